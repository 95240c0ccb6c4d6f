package dk.ics.intake.process;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.visitation.VisitationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the citizen where to go instead, and closes the case. */
@Component
class SendReferral implements JavaDelegate {

    private final VisitationLetters letters;
    private final CaseFile caseFile;

    SendReferral(VisitationLetters letters, CaseFile caseFile) {
        this.letters = letters;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseOf.reference(execution);
        letters.refer(reference);
        caseFile.close(reference, "referred", Act.bySystem("sendReferral"));
    }
}
