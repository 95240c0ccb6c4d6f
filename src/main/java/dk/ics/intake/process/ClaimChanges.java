package dk.ics.intake.process;

import dk.ics.intake.evidence.Facts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tasks that somebody gave up in the current transaction: if another gets it in the same one, that is one change. */
final class ClaimChanges implements TransactionSynchronization {

    private final Map<String, Facts> givenUp = new HashMap<>();

    private ClaimChanges() {}

    static ClaimChanges current() {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof ClaimChanges changes) {
                return changes;
            }
        }
        ClaimChanges changes = new ClaimChanges();
        TransactionSynchronizationManager.registerSynchronization(changes);
        return changes;
    }

    /** The change of a task that is no longer this user's. */
    Facts from(String taskId, String userId) {
        Facts change = new Facts().code("taskId", taskId).code("from", userId);
        givenUp.put(taskId, change);
        return change;
    }

    /** Completes the change of a task that now is this user's; null if it had been nobody's. */
    @Nullable
    Facts to(String taskId, String userId) {
        Facts change = givenUp.remove(taskId);
        return change == null ? null : change.code("to", userId);
    }
}
