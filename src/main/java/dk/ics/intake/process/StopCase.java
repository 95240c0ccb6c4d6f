package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.notice.Notices;
import dk.ics.intake.registration.CprRegister;
import dk.ics.intake.withdrawal.WithdrawalStage;
import dk.ics.intake.withdrawal.Withdrawals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The moment in which a withdrawal takes effect: with the case held, so that no call to an authority runs, it is asked
 * whether a number is issued, and what has not been done yet is stopped.
 */
@Component
class StopCase implements JavaDelegate {

    private final CaseFile caseFile;
    private final CprRegister cprRegister;
    private final Withdrawals withdrawals;
    private final CaseStop caseStop;
    private final Notices notices;

    StopCase(CaseFile caseFile, CprRegister cprRegister, Withdrawals withdrawals, CaseStop caseStop, Notices notices) {
        this.caseFile = caseFile;
        this.cprRegister = cprRegister;
        this.withdrawals = withdrawals;
        this.caseStop = caseStop;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseOf.reference(execution);
        caseFile.lock(reference);
        WithdrawalStage stage = withdrawals.decide(reference, cprRegister.hasNumber(reference));
        switch (stage) {
            case BEFORE_NUMBER -> notices.recallAll(reference);
            case AFTER_NUMBER -> notices.recallOpen(reference);
            case TOO_LATE -> {}
        }
        if (stage != WithdrawalStage.TOO_LATE) {
            caseStop.stop(reference, CaseStop.Reason.WITHDRAWN);
        }
        execution.setVariable(RoutingVariable.WITHDRAWAL_STAGE.key(), stage.code());
    }
}
