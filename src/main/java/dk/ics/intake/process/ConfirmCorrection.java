package dk.ics.intake.process;

import dk.ics.intake.correction.Corrections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the citizen what was corrected. */
@Component
class ConfirmCorrection implements JavaDelegate {

    private final Corrections corrections;

    ConfirmCorrection(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        corrections.confirm(CaseOf.reference(execution));
    }
}
