package dk.ics.intake.process;

import dk.ics.intake.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the citizen why the decision stands. */
@Component
class SendStatement implements JavaDelegate {

    private final Complaints complaints;

    SendStatement(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.sendStatement(CaseOf.reference(execution));
    }
}
