package dk.ics.intake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** § 1 stk. 7 no. 4 in figures: the documentation of the controls, and the ledger that proves it. */
@Repository
class DocumentationFigures {

    /** Bounds without fraction and zone sort before every instant of their second. */
    private static final String LEDGER =
            """
            select
              (select count(*) from ics.evidence_checkpoint k where %1$s >= :begun and %1$s < :ended) as checkpoints,
              (select coalesce(sum(cast(substring(k.payload from '"count":([0-9]+)') as bigint)), 0)
                from ics.evidence_checkpoint k where %1$s >= :begun and %1$s < :ended) as entries,
              last.number, last.signed_at,
              (select count(*) from ics.evidence_entry e where e.id > coalesce(last.covered, 0)) as uncovered,
              (select count(*) from ics.evidence_verification where started_at >= :begin and started_at < :end) as checks,
              (select count(*) from ics.evidence_verification
                where started_at >= :begin and started_at < :end and holds) as holding
            from (select 1) one left join (
              select k.number, %1$s as signed_at, %2$s as covered
              from ics.evidence_checkpoint k order by k.number desc limit 1) last on true
            """.formatted(LedgerReader.SIGNED_AT.formatted("k"), LedgerReader.COVERED_TO.formatted("k"));

    private final JdbcClient jdbc;
    private final LedgerReader ledger;
    private final Gaps gaps;

    DocumentationFigures(JdbcClient jdbc, LedgerReader ledger, Gaps gaps) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.gaps = gaps;
    }

    /**
     * Controls of before they were kept with all that belongs to them are counted too, and are not complete.
     *
     * @param kept how many controls of the period were kept
     */
    ComplianceReport.Documentation of(Scope scope, long kept) {
        long controls = kept + gaps.former(scope);
        long complete = kept - gaps.incomplete(scope);
        return scope.in(jdbc, LEDGER)
                .param("begun", second(scope.period().begin().toInstant()))
                .param("ended", second(scope.period().end().toInstant()))
                .query((row, i) -> documentation(row, controls, complete))
                .single();
    }

    private ComplianceReport.Documentation documentation(ResultSet row, long controls, long complete)
            throws SQLException {
        @Nullable Long number = row.getObject("number", Long.class);
        @Nullable String signedAt = row.getString("signed_at");
        return new ComplianceReport.Documentation(
                controls,
                complete,
                row.getLong("entries"),
                row.getLong("checkpoints"),
                number,
                signedAt == null ? null : Instant.parse(signedAt),
                row.getLong("uncovered"),
                row.getLong("checks"),
                row.getLong("holding"),
                ledger.lastCheck().orElse(null));
    }

    private static String second(Instant instant) {
        String text = instant.toString();
        return text.substring(0, text.length() - 1);
    }
}
