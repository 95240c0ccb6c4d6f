package dk.ics.intake.process;

import dk.ics.intake.tax.TaxApplications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Forwards the tax application to Skattestyrelsen. */
@Component
class ForwardTaxApplication implements JavaDelegate {

    private final TaxApplications tax;

    ForwardTaxApplication(TaxApplications tax) {
        this.tax = tax;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean sent = tax.forward(
                CaseOf.reference(execution), execution.getProcessInstanceId(), ManualWay.isDrawn(execution));
        execution.setVariable(RoutingVariable.BY_HAND.key(), !sent);
    }
}
