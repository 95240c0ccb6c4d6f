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

/** Says how the ledger stands, also one that was tampered with. That it is untouched, only a verification says. */
@Service
public class LedgerStates {

    private final JdbcTemplate jdbc;
    private final Clock clock;

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
        return jdbc.queryForObject("""
                        select (select count(*) from ics.evidence_entry) as entries,
                          (select count(*) from ics.evidence_entry where id > ?) as uncovered,
                          (select substring(payload from '"at":"([^"]+)"') from ics.evidence_entry
                            where id > ? order by id limit 1) as since
                        """, (row, i) -> state(row, number, at), covered, covered);
    }

    private LedgerState state(ResultSet row, @Nullable Long number, @Nullable Instant at) throws SQLException {
        Instant since = instant(row.getString("since"));
        return new LedgerState(
                row.getLong("entries"),
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
