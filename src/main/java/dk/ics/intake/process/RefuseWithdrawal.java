package dk.ics.intake.process;

import dk.ics.intake.withdrawal.Withdrawals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the citizen that the case was closed before the withdrawal came. */
@Component
class RefuseWithdrawal implements JavaDelegate {

    private final Withdrawals withdrawals;

    RefuseWithdrawal(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.confirm(CaseOf.reference(execution));
    }
}
