package dk.ics.intake.casefile;

import dk.ics.intake.evidence.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ics.journal}. */
@Repository
class Journal {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Evidence evidence;

    Journal(JdbcClient jdbc, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.evidence = evidence;
    }

    void add(CaseReference reference, Act act, String description, List<String> changedKeys) {
        jdbc.sql("""
                        insert into ics.journal
                          (case_reference, at, user_id, act_code, outcome, description, changed_keys)
                        values (:reference, :at, :user, :act, :outcome, :description, :keys)
                        """)
                .param("reference", reference.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", act.userId())
                .param("act", act.code())
                .param("outcome", act.outcome())
                .param("description", description)
                .param("keys", changedKeys.toArray(String[]::new))
                .update();
        evidence.act(reference.value(), act.code(), act.userId(), act.outcome());
    }

    List<JournalEntry> of(CaseReference reference) {
        return jdbc.sql("select * from ics.journal where case_reference = :reference order by id")
                .param("reference", reference.value())
                .query(Journal::entry)
                .list();
    }

    private static JournalEntry entry(ResultSet row, int number) throws SQLException {
        return new JournalEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("user_id"),
                row.getString("act_code"),
                row.getString("outcome"),
                row.getString("description"),
                List.of((String[]) row.getArray("changed_keys").getArray()));
    }
}
