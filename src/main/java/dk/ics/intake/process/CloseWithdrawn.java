package dk.ics.intake.process;

import dk.ics.intake.withdrawal.Withdrawals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a case that was withdrawn. */
@Component
class CloseWithdrawn implements JavaDelegate {

    private final Withdrawals withdrawals;

    CloseWithdrawn(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawals.close(CaseOf.reference(execution));
    }
}
