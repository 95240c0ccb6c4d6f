package dk.ics.intake.process;

import dk.ics.intake.tax.TaxApplications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether Skattestyrelsen's receipt has come already; if not, the case waits for it. */
@Component
class LookForTaxReceipt implements JavaDelegate {

    private final TaxApplications tax;

    LookForTaxReceipt(TaxApplications tax) {
        this.tax = tax;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RoutingVariable.TAX_ANSWER.key(), tax.lookFor(CaseOf.reference(execution)));
    }
}
