package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A supervision as its tables take it, written in the application's own transactions so that the ledger has it. */
final class TestSupervision {

    static final String SEED = "5e".repeat(32);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OffsetDateTime now;

    TestSupervision(JdbcClient jdbc, TransactionTemplate transaction, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.now = clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Draws the first control of these cases, and with them the stratum of idkontrol in 0147. */
    long draw(LocalDate from, LocalDate to, List<CaseReference> drawn, int controls) {
        return transaction.execute(status -> {
            long number = jdbc.sql("""
                            insert into ics.supervision (period_from, period_to, seed, seed_given, sample_version,
                              population, started_by, drawn_at)
                            values (:from, :to, :seed, false, 1, :controls, 'tilsyn', :now) returning number
                            """)
                    .param("from", from)
                    .param("to", to)
                    .param("seed", SEED)
                    .param("controls", controls)
                    .param("now", now)
                    .query(Long.class)
                    .single();
            jdbc.sql("insert into ics.supervision_stratum values (:number, '0147', 'idkontrol', :controls, 0, :size)")
                    .param("number", number)
                    .param("controls", controls)
                    .param("size", drawn.size())
                    .update();
            for (int i = 0; i < drawn.size(); i++) {
                jdbc.sql("""
                                insert into ics.supervision_item
                                values (:number, :item, :reference, 1, '0147', 'idkontrol', 'random', '{}')
                                """)
                        .param("number", number)
                        .param("item", i + 1)
                        .param("reference", drawn.get(i).value())
                        .update();
            }
            return number;
        });
    }

    void review(long supervision, int item, String finding, String text) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into ics.supervision_review values (:number, :item, 'tilsyn', :now, :finding, :text)
                        """)
                .param("number", supervision)
                .param("item", item)
                .param("now", now)
                .param("finding", finding)
                .param("text", text)
                .update());
    }

    /** An error that leads to a course. */
    void reviewWithCourse(long supervision, int item, String text, LocalDate due) {
        transaction.executeWithoutResult(status -> {
            review(supervision, item, "error", text);
            jdbc.sql("""
                            insert into ics.supervision_follow_up values (:number, :item, 'training', 'idkontrol',
                              'identityControlBasics', :due, 'tilsyn', :now)
                            """)
                    .param("number", supervision)
                    .param("item", item)
                    .param("due", due)
                    .param("now", now)
                    .update();
        });
    }
}
