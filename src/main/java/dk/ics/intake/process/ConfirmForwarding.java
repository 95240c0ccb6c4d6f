package dk.ics.intake.process;

import dk.ics.intake.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the citizen who has the complaint now. */
@Component
class ConfirmForwarding implements JavaDelegate {

    private final Complaints complaints;

    ConfirmForwarding(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.confirmForwarding(CaseOf.reference(execution));
    }
}
