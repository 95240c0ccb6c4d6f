package dk.ics.intake.process;

import dk.ics.intake.visitation.VisitationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the citizen of the missing papers. */
@Component
class RemindDocuments implements JavaDelegate {

    private final VisitationLetters letters;

    RemindDocuments(VisitationLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.remindOfPapers(CaseOf.reference(execution));
    }
}
