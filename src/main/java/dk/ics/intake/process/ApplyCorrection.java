package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.correction.Corrections;
import dk.ics.intake.notice.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Corrects what is registered, and notes which authorities have to hear of it. */
@Component
class ApplyCorrection implements JavaDelegate {

    private final Corrections corrections;
    private final Notices notices;

    ApplyCorrection(Corrections corrections, Notices notices) {
        this.corrections = corrections;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseOf.reference(execution);
        notices.tellCorrection(reference, corrections.apply(reference));
    }
}
