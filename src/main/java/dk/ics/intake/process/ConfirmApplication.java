package dk.ics.intake.process;

import dk.ics.intake.visitation.VisitationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells those who have applied that the application has come, and where they follow it. */
@Component
class ConfirmApplication implements JavaDelegate {

    private final VisitationLetters letters;

    ConfirmApplication(VisitationLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.confirm(CaseOf.reference(execution));
    }
}
