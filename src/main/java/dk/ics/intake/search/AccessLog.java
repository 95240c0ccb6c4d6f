package dk.ics.intake.search;

import dk.ics.intake.casefile.CaseReference;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of {@code ics.case_access}, which the database lets nobody of us change: codes, never what was typed. */
@Repository
class AccessLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void searched(Searcher who, Purpose purpose, List<String> kinds, int hits) {
        add(who, "searched", purpose, null, kinds, hits);
    }

    void opened(Searcher who, Purpose purpose, CaseReference reference) {
        add(who, "opened", purpose, reference.value(), List.of(), null);
    }

    void unmasked(Searcher who, Purpose purpose, CaseReference reference) {
        add(who, "unmasked", purpose, reference.value(), List.of(), null);
    }

    private void add(
            Searcher who,
            String act,
            Purpose purpose,
            @Nullable String reference,
            List<String> kinds,
            @Nullable Integer hits) {
        jdbc.sql("""
                        insert into ics.case_access (at, user_id, act, purpose, case_reference, criteria, hits)
                        values (:at, :user, :act, :purpose, :reference, :criteria, :hits)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", who.userId())
                .param("act", act)
                .param("purpose", purpose.code())
                .param("reference", reference)
                .param("criteria", kinds.toArray(String[]::new))
                .param("hits", hits)
                .update();
    }
}
