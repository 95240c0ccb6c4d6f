package dk.ics.intake.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger has come and how much of it is signed.
 *
 * @param entries how many there are
 * @param uncovered how many no checkpoint covers yet
 * @param uncoveredSince when the oldest of them was appended
 * @param late whether that is longer ago than a checkpoint takes
 * @param checkpoint number of the last checkpoint
 */
public record LedgerState(
        long entries,
        long uncovered,
        @Nullable Instant uncoveredSince,
        boolean late,
        @Nullable Long checkpoint,
        @Nullable Instant checkpointAt) {}
