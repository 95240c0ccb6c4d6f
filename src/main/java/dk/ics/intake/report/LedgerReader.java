package dk.ics.intake.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.FindingType;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.report.ControlDocumentation.LedgerLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the evidence ledger says, and when it was verified. */
@Repository
class LedgerReader {

    /** The number of the last entry that a checkpoint covers, as its index has it. */
    static final String COVERED_TO = "cast(substring(%s.payload from '\"to\":([0-9]+)') as bigint)";

    /** When a checkpoint was made, as its index has it. */
    static final String SIGNED_AT = "(substring(%s.payload from '\"at\":\"([^\"]+)\"') collate \"C\")";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ENTRIES = """
            select e.sequence, e.hash, p.j->>'at' as at, p.j->>'kind' as kind, p.j->>'user' as by, %s as by_name,
              t.name_ as step, c.number, c.signed_at
            from ics.evidence_entry e
            cross join lateral (select e.payload::jsonb as j offset 0) p
            left join public.act_hi_taskinst t on t.id_ = p.j->'act'->>'taskId'
            left join lateral (
              select k.number, %s as signed_at from ics.evidence_checkpoint k
              where %s >= e.id order by %s limit 1) c on true
            where e.chain = :chain order by e.sequence
            """.formatted(
                    Employee.name("p.j->>'user'"),
                    SIGNED_AT.formatted("k"),
                    COVERED_TO.formatted("k"),
                    COVERED_TO.formatted("k"));

    private static final String CHECKS = "select v.*, %s as started_by_name from ics.evidence_verification v"
            .formatted(Employee.name("v.started_by"));

    private final JdbcClient jdbc;

    LedgerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LedgerLine> entries(CaseReference reference) {
        return jdbc.sql(ENTRIES)
                .param("chain", reference.value())
                .query((row, i) -> line(row))
                .list();
    }

    Optional<LedgerCheck> lastCheck() {
        return jdbc.sql(CHECKS + " order by v.started_at desc limit 1")
                .query((row, i) -> check(row))
                .optional();
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        @Nullable Long checkpoint = row.getObject("number", Long.class);
        @Nullable String signedAt = row.getString("signed_at");
        return new LedgerLine(
                row.getInt("sequence"),
                Instant.parse(row.getString("at")),
                Objects.requireNonNull(Employee.of(row, "by")),
                kind(row.getString("kind")),
                row.getString("step"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes("hash")),
                checkpoint,
                signedAt == null ? null : Instant.parse(signedAt));
    }

    private static Named kind(String code) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(kind -> new Named(code, kind.danishText()))
                .orElse(new Named(code, "Ukendt"));
    }

    static LedgerCheck check(ResultSet row) throws SQLException {
        return new LedgerCheck(
                Rows.time(row, "started_at"),
                Rows.time(row, "ended_at"),
                Objects.requireNonNull(Employee.of(row, "started_by")),
                row.getLong("entries"),
                row.getBoolean("holds"),
                alarms(row.getString("findings")));
    }

    /** What is to be known but no alarm, like an entry that is not covered yet, is left out. */
    private static List<LedgerCheck.Found> alarms(String findings) {
        JsonNode counts = read(findings);
        return Arrays.stream(FindingType.values())
                .filter(type -> type.isAlarm() && counts.has(type.name()))
                .map(type -> new LedgerCheck.Found(
                        new Named(type.name(), type.danishText()),
                        counts.get(type.name()).asLong()))
                .toList();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The result of a verification cannot be read");
        }
    }
}
