package dk.ics.intake.process;

import dk.ics.intake.visitation.VisitationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes to the citizen what has happened in the case. */
@Component
class SendSummary implements JavaDelegate {

    private final VisitationLetters letters;

    SendSummary(VisitationLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.summarise(
                CaseOf.reference(execution), GivenServices.started(execution), GivenServices.delivered(execution));
    }
}
