package dk.ics.intake.process;

import dk.ics.intake.identity.NidcReferrals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether NIDC's statement has come already; if not, the case waits for it. */
@Component
class LookForNidcAnswer implements JavaDelegate {

    private final NidcReferrals nidc;

    LookForNidcAnswer(NidcReferrals nidc) {
        this.nidc = nidc;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RoutingVariable.NIDC_ANSWER.key(), nidc.lookFor(CaseOf.reference(execution)));
    }
}
