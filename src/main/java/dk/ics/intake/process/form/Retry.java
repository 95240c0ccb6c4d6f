package dk.ics.intake.process.form;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** Tries again what another transaction was faster at. Safe, since what failed has been rolled back as a whole. */
final class Retry {

    private static final int TRIES = 4;

    private Retry() {}

    static <T> T ofLostRaces(Supplier<T> work) {
        for (int left = TRIES - 1; left > 0; left--) {
            try {
                return work.get();
            } catch (OptimisticLockingException | ConcurrencyFailureException lostRace) {
                pause(TRIES - left);
            }
        }
        return work.get();
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(20L * tries);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
