package dk.ics.intake.process;

import dk.ics.intake.mitid.MitIdLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes to the citizen who cannot have MitID. */
@Component
class SendMitIdRefusal implements JavaDelegate {

    private final MitIdLetters letters;

    SendMitIdRefusal(MitIdLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.refuse(CaseOf.reference(execution));
    }
}
