package dk.ics.intake.process;

import dk.ics.intake.identity.NidcReferrals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks NIDC about the document. */
@Component
class ReferToNidc implements JavaDelegate {

    private final NidcReferrals nidc;

    ReferToNidc(NidcReferrals nidc) {
        this.nidc = nidc;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean asked = nidc.refer(CaseOf.reference(execution), execution.getProcessInstanceId());
        execution.setVariable(RoutingVariable.BY_HAND.key(), !asked);
    }
}
