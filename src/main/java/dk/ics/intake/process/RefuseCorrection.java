package dk.ics.intake.process;

import dk.ics.intake.correction.Corrections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the citizen why nothing was corrected. */
@Component
class RefuseCorrection implements JavaDelegate {

    private final Corrections corrections;

    RefuseCorrection(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        corrections.refuse(CaseOf.reference(execution));
    }
}
