package dk.ics.intake.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of {@code ics.evidence_verification}: what each verification came to, for whoever asks later. */
@Component
class VerificationBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Evidence evidence;

    VerificationBook(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The row is an entry of the ledger itself, appended after what was verified. */
    void keep(Verifications.Run run, Report report) {
        transaction.executeWithoutResult(status -> {
            insert(run, report);
            evidence.record(
                    Evidence.SYSTEM,
                    Kind.SUPERVISION_ACT,
                    run.startedBy(),
                    new Facts()
                            .code("act", "verified")
                            .code("verification", run.id())
                            .code("holds", report.holds()));
        });
    }

    private void insert(Verifications.Run run, Report report) {
        jdbc.sql("""
                        insert into ics.evidence_verification (id, started_by, started_at, ended_at, entries, holds, findings)
                        values (:id, :by, :started, greatest(:ended, :started), :entries, :holds, :findings)
                        """)
                .param("id", run.id())
                .param("by", run.startedBy())
                .param("started", run.startedAt().atOffset(ZoneOffset.UTC))
                .param("ended", clock.instant().atOffset(ZoneOffset.UTC))
                .param("entries", report.entries())
                .param("holds", report.holds())
                .param("findings", json(report))
                .update();
    }

    private static String json(Report report) {
        try {
            return JSON.writeValueAsString(report.counts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
