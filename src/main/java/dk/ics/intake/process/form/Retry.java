package dk.ics.intake.process.form;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** Tries again what another transaction was faster at. Safe, since what failed has been rolled back as a whole. */
final class Retry {

    private static final int TRIES = 4;

    /** PostgreSQL's serialization_failure and deadlock_detected. */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    private Retry() {}

    static <T> T ofLostRaces(Supplier<T> work) {
        for (int left = TRIES - 1; left > 0; left--) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (!isLostRace(failure)) {
                    throw failure;
                }
                pause(TRIES - left);
            }
        }
        return work.get();
    }

    /** Also when the database itself chose between two transactions, which the engine does not tell apart. */
    static boolean isLostRace(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof OptimisticLockingException
                    || link instanceof ConcurrencyFailureException
                    || link instanceof SQLException sql && ROLLED_BACK.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(20L * tries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
