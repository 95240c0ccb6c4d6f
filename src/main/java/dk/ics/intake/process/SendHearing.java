package dk.ics.intake.process;

import dk.ics.intake.identity.Hearings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes to the citizen what a refusal would rest on. */
@Component
class SendHearing implements JavaDelegate {

    private final Hearings hearings;

    SendHearing(Hearings hearings) {
        this.hearings = hearings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        hearings.send(CaseOf.reference(execution));
    }
}
