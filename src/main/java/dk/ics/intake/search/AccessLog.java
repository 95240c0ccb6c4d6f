package dk.ics.intake.search;

import dk.ics.intake.casefile.CaseReference;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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
        add(who, new Line("searched", Ground.chosen(purpose), null, kinds, hits, null, null));
    }

    void exported(Searcher who, Purpose purpose, List<String> kinds, int controls) {
        add(who, new Line("exported", Ground.chosen(purpose), null, kinds, controls, null, null));
    }

    void opened(Searcher who, Ground ground, CaseReference reference) {
        add(who, new Line("opened", ground, reference, List.of(), null, null, null));
    }

    void unmasked(Searcher who, Ground ground, CaseReference reference) {
        add(who, new Line("unmasked", ground, reference, List.of(), null, null, null));
    }

    void pageShown(Searcher who, Ground ground, CaseReference reference, UUID document, int page) {
        add(who, new Line("pageShown", ground, reference, List.of(), null, document, page));
    }

    void downloaded(Searcher who, Ground ground, CaseReference reference, UUID document) {
        add(who, new Line("downloaded", ground, reference, List.of(), null, document, null));
    }

    void recordShown(Searcher who, Ground ground, CaseReference reference) {
        add(who, new Line("recordShown", ground, reference, List.of(), null, null, null));
    }

    void recordTaken(Searcher who, Ground ground, CaseReference reference) {
        add(who, new Line("recordTaken", ground, reference, List.of(), null, null, null));
    }

    private record Line(
            String act,
            Ground ground,
            @Nullable CaseReference reference,
            List<String> kinds,
            @Nullable Integer hits,
            @Nullable UUID document,
            @Nullable Integer page) {}

    private void add(Searcher who, Line line) {
        jdbc.sql("""
                        insert into ics.case_access (at, user_id, act, purpose, task_id, task_key, case_reference,
                          criteria, hits, document_id, page)
                        values (:at, :user, :act, :purpose, :taskId, :taskKey, :reference,
                          :criteria, :hits, :document, :page)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", who.userId())
                .param("act", line.act())
                .param("purpose", line.ground().purpose())
                .param("taskId", line.ground().taskId())
                .param("taskKey", line.ground().taskKey())
                .param(
                        "reference",
                        line.reference() == null ? null : line.reference().value())
                .param("criteria", line.kinds().toArray(String[]::new))
                .param("hits", line.hits())
                .param("document", line.document())
                .param("page", line.page())
                .update();
    }
}
