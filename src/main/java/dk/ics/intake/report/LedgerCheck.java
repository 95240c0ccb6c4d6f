package dk.ics.intake.report;

import java.time.Instant;
import java.util.List;

/**
 * What a verification of the ledger came to.
 *
 * @param holds whether nothing was changed or lost
 * @param findings those to act on
 */
public record LedgerCheck(
        Instant startedAt, Instant endedAt, Employee startedBy, long entries, boolean holds, List<Found> findings) {

    /** How often something was found. */
    public record Found(Named type, long count) {}
}
