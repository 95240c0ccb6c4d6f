package dk.ics.intake.process;

import dk.ics.intake.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the citizen that the decision is changed. */
@Component
class ConfirmChangedDecision implements JavaDelegate {

    private final Complaints complaints;

    ConfirmChangedDecision(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.confirmChange(CaseOf.reference(execution));
    }
}
