package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.complaint.Complaints;
import dk.ics.intake.registration.CprRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a case up again whose decision is changed after a complaint. */
@Component
class ReopenCase implements JavaDelegate {

    private final CaseFile caseFile;
    private final CprRegister cprRegister;
    private final Complaints complaints;
    private final Intake intake;

    ReopenCase(CaseFile caseFile, CprRegister cprRegister, Complaints complaints, Intake intake) {
        this.caseFile = caseFile;
        this.cprRegister = cprRegister;
        this.complaints = complaints;
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseOf.reference(execution);
        caseFile.lock(reference);
        complaints
                .takeUp(reference, cprRegister.hasNumber(reference))
                .ifPresent(decision -> intake.reopen(reference, decision.service()));
    }
}
