package dk.ics.intake.process.cases;

import dk.ics.intake.evidence.Kind;
import dk.ics.intake.evidence.Trail.Said;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entry of the ledger vouches for which row. Rows that were there before the ledger was begun are not vouched for:
 * the entry that took them over cannot say that they had been right.
 */
final class Vouchers {

    private final List<Said> entries;
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    Vouchers(List<Said> entries) {
        this.entries = entries;
        entries.stream()
                .filter(entry -> entry.kind() != Kind.TAKEN_OVER)
                .forEach(entry -> entry.rows()
                        .forEach((table, keys) -> keys.forEach(key -> {
                            first.putIfAbsent(table + " " + key, entry.sequence());
                            last.put(table + " " + key, entry.sequence());
                        })));
    }

    List<Said> entries() {
        return entries;
    }

    /** When the ledger knows of the case for the first time; null if it does not. */
    @Nullable
    Instant beginning() {
        return entries.isEmpty() ? null : entries.get(0).at();
    }

    /** Whether something happened before the ledger looked, so that only history tells of it. */
    boolean isBefore(Instant at) {
        Instant beginning = beginning();
        return beginning == null || at.isBefore(beginning);
    }

    /** The entry in which a row came. */
    @Nullable
    Integer begun(String table, String key) {
        return first.get(table + " " + key);
    }

    /** The entry of an act that names the thing it was done to; null if there is none. */
    @Nullable
    Integer of(Kind kind, String fact, String value) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && value.equals(entry.fact(fact)))
                .map(Said::sequence)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The entry that says how a row stands now. */
    @Nullable
    Integer now(String table, String key) {
        return last.get(table + " " + key);
    }
}
