package dk.ics.intake.process.cases;

import dk.ics.intake.process.cases.WholeCase.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that has happened in a case, running or closed, the oldest first: JSON of the page »Sagens forløb«. Codes come with
 * their Danish names.
 *
 * @param instances of processes, the called ones after the one that called them
 * @param people names of those who have an account, by the user id that the lines name them with
 */
record Course(
        String reference,
        Named municipality,
        Named category,
        Named status,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Instance> instances,
        Map<String, String> people,
        List<Line> lines) {

    /**
     * @param id of the engine, by which its diagram is asked for
     * @param parent the instance that called it
     */
    record Instance(
            String id,
            String process,
            @Nullable String parent,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * @param user who did it; null for what the system did by itself
     * @param process in which it happened, in Danish; null for what belongs to the case as a whole
     * @param entry number of the entry in the ledger that vouches for it; null for what only the system's own history
     *     says
     */
    record Line(
            Instant at,
            Named kind,
            String text,
            @Nullable String user,
            @Nullable String process,
            List<Detail> details,
            @Nullable Integer entry) {}

    /** A Danish label and what it says. */
    record Detail(String label, String value) {}

    /** Masked: the case is a person's. */
    @Override
    public String toString() {
        return "Course[" + reference + "]";
    }
}
