package dk.ics.intake.process;

import dk.ics.intake.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts together what the authority needs that decides the complaint. */
@Component
class AssembleDossier implements JavaDelegate {

    private final Complaints complaints;

    AssembleDossier(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        complaints.assembleDossier(CaseOf.reference(execution));
    }
}
