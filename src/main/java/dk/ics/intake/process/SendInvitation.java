package dk.ics.intake.process;

import dk.ics.intake.visitation.VisitationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invites the citizen to the appointment. */
@Component
class SendInvitation implements JavaDelegate {

    private final VisitationLetters letters;

    SendInvitation(VisitationLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.invite(CaseOf.reference(execution));
    }
}
