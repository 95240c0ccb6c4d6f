package dk.ics.intake.process;

import dk.ics.intake.registration.RegistrationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes to the citizen who was not registered. */
@Component
class SendRegistrationRefusal implements JavaDelegate {

    private final RegistrationLetters letters;

    SendRegistrationRefusal(RegistrationLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.refuse(CaseOf.reference(execution));
    }
}
