package dk.ics.intake.process;

import dk.ics.intake.identity.IdentityLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes to the citizen whose identity was not approved. */
@Component
class SendIdentityRefusal implements JavaDelegate {

    private final IdentityLetters letters;

    SendIdentityRefusal(IdentityLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.refuse(CaseOf.reference(execution));
    }
}
