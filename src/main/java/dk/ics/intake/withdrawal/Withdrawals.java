package dk.ics.intake.withdrawal;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a case that is withdrawn. */
@Service
public class Withdrawals {

    private final CaseFile caseFile;
    private final Letters letters;
    private final Clock clock;

    Withdrawals(CaseFile caseFile, Letters letters, Clock clock) {
        this.caseFile = caseFile;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Decides how far the case has come, once and for all. The caller holds the case.
     *
     * @param hasNumber whether a personal number is issued
     */
    @Transactional
    public WithdrawalStage decide(CaseReference reference, boolean hasNumber) {
        WithdrawalStage stage = !caseFile.get(reference).isOpen()
                ? WithdrawalStage.TOO_LATE
                : hasNumber ? WithdrawalStage.AFTER_NUMBER : WithdrawalStage.BEFORE_NUMBER;
        caseFile.write(
                reference,
                Map.of("withdrawalStage", stage.code(), "withdrawalDecidedAt", OffsetDateTime.now(clock)),
                new Act("stopCase", Act.SYSTEM, stage.code()));
        return stage;
    }

    /** Tells the citizen in writing what has ended and what stands. */
    @Transactional
    public void confirm(CaseReference reference) {
        letters.send(
                reference,
                switch (stage(reference)) {
                    case BEFORE_NUMBER -> "confirmWithdrawal";
                    case AFTER_NUMBER -> "confirmLateWithdrawal";
                    case TOO_LATE -> "refuseWithdrawal";
                },
                Map.of());
    }

    /** Closes the case as withdrawn. */
    @Transactional
    public void close(CaseReference reference) {
        String outcome = stage(reference).outcome();
        caseFile.close(reference, outcome, new Act("closeWithdrawn", Act.SYSTEM, outcome));
    }

    private WithdrawalStage stage(CaseReference reference) {
        Object code = caseFile.read(reference, List.of("withdrawalStage")).get("withdrawalStage");
        return Arrays.stream(WithdrawalStage.values())
                .filter(stage -> stage.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Case " + reference + " was not withdrawn"));
    }
}
