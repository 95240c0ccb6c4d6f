package dk.ics.intake.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says how the ledger stands, also one that was tampered with. That it is untouched, only a verification says: entries that
 * somebody removed are counted until this node starts anew.
 */
@Service
public class LedgerStates {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private volatile Counted counted = Counted.NOTHING;

    /**
     * How many entries a checkpoint and those before it cover. Nobody was half-way when it was made, so that stays as it is
     * and need not be counted again.
     */
    private record Counted(long checkpoint, String hash, long to, long entries) {

        static final Counted NOTHING = new Counted(0, "", 0, 0);
    }

    LedgerStates(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public LedgerState now() {
        Optional<Checkpoint> last = jdbc.execute((ConnectionCallback<Optional<Checkpoint>>) CheckpointStore::last);
        Optional<Checkpoint.Content> content = last.flatMap(LedgerStates::content);
        long covered = content.map(Checkpoint.Content::to).orElse(0L);
        Long number = last.map(Checkpoint::number).orElse(null);
        Instant at = content.map(Checkpoint.Content::at).orElse(null);
        long upTo = covered(last, covered);
        return jdbc.queryForObject("""
                        select (select count(*) from ics.evidence_entry where id > ?) as uncovered,
                          (select substring(payload from '"at":"([^"]+)"') from ics.evidence_entry
                            where id > ? order by id limit 1) as since
                        """, (row, i) -> state(row, upTo, number, at), covered, covered);
    }

    /** Counts what is new since the checkpoint of the last time; everything, if that is not there any more. */
    private long covered(Optional<Checkpoint> last, long to) {
        Counted before = counted;
        String hash = last.map(Checkpoint::hash).orElse("");
        if (before.to() == to && before.hash().equals(hash)) {
            return before.entries();
        }
        boolean goesOn = before.to() <= to
                && jdbc.query(
                                "select payload from ics.evidence_checkpoint where number = ?",
                                (row, i) -> Digests.text(Digests.link(null, row.getString(1))),
                                before.checkpoint())
                        .contains(before.hash());
        Counted base = goesOn ? before : Counted.NOTHING;
        Long more = jdbc.queryForObject(
                "select count(*) from ics.evidence_entry where id > ? and id <= ?", Long.class, base.to(), to);
        long entries = base.entries() + (more == null ? 0 : more);
        last.ifPresent(checkpoint -> counted = new Counted(checkpoint.number(), hash, to, entries));
        return entries;
    }

    private LedgerState state(ResultSet row, long covered, @Nullable Long number, @Nullable Instant at)
            throws SQLException {
        Instant since = instant(row.getString("since"));
        return new LedgerState(
                covered + row.getLong("uncovered"),
                row.getLong("uncovered"),
                since,
                since != null && since.plus(OpenWindow.LENGTH).isBefore(clock.instant()),
                number,
                at);
    }

    /** None of a checkpoint whose text is no longer one: verification says so. */
    private static Optional<Checkpoint.Content> content(Checkpoint checkpoint) {
        try {
            return Optional.of(checkpoint.content());
        } catch (IllegalArgumentException | DateTimeException tampered) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException tampered) {
            return null;
        }
    }
}
