package dk.ics.intake.process;

import dk.ics.intake.withdrawal.Withdrawals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Confirms to the citizen what the withdrawal has ended. */
@Component
class ConfirmWithdrawal implements JavaDelegate {

    private final Withdrawals withdrawals;

    ConfirmWithdrawal(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.confirm(CaseOf.reference(execution));
    }
}
