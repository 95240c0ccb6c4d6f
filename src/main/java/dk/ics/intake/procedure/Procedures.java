package dk.ics.intake.procedure;

import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.time.DanishCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of procedures. What is in force is never changed; the next version takes its place from a day on. */
@Service
public class Procedures {

    private final JdbcClient jdbc;
    private final RequirementTables tables;
    private final DanishCalendar calendar;
    private final Clock clock;
    private final Evidence evidence;

    Procedures(JdbcClient jdbc, RequirementTables tables, DanishCalendar calendar, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.calendar = calendar;
        this.clock = clock;
        this.evidence = evidence;
    }

    /** The procedure that a control of today follows. */
    @Transactional(readOnly = true)
    public Procedure inForce() {
        return jdbc.sql("""
                        select * from ics.procedure where valid_from <= :today
                        order by valid_from desc, number desc limit 1
                        """)
                .param("today", calendar.today())
                .query(Procedures::procedure)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No procedure is in force"));
    }

    /** What controls followed before there was a decision: forms of that time ask for it still. */
    @Transactional(readOnly = true)
    public Procedure beforeDecisions() {
        return all().stream()
                .filter(procedure -> procedure.decisionVersion() == null)
                .findFirst()
                .orElseGet(this::inForce);
    }

    /** The newest first, also those whose day has not come. */
    @Transactional(readOnly = true)
    public List<Procedure> all() {
        return jdbc.sql("select * from ics.procedure order by valid_from desc, number desc")
                .query(Procedures::procedure)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Procedure> find(String version) {
        return jdbc.sql("select * from ics.procedure where version = :version")
                .param("version", version)
                .query(Procedures::procedure)
                .optional();
    }

    /** The requirements of a control that follows the procedure, in their order. */
    public List<Requirement> requirements(Procedure procedure, RequirementTables.Facts facts) {
        Integer decision = procedure.decisionVersion();
        return decision == null
                ? Requirement.FIXED
                : tables.asked(decision, facts).stream()
                        .map(code -> Requirement.find(code).orElseThrow())
                        .toList();
    }

    /** Whether the version of the decision is deployed and asks for nothing that the form cannot ask. */
    public boolean canFollow(int decisionVersion) {
        var codes = tables.codes(decisionVersion);
        return !codes.isEmpty()
                && codes.stream().allMatch(code -> Requirement.find(code).isPresent());
    }

    /**
     * Puts a version in force; every such act passes here.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if there is such a version already, or it would
     *     begin before today
     * @throws IllegalArgumentException if the form cannot follow its decision
     */
    @Transactional
    public Procedure putInForce(ProcedureEntry entry, String userId) {
        if (!canFollow(entry.decisionVersion())) {
            throw new IllegalArgumentException("No control can follow this version of the decision");
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into ics.procedure
                          (version, title, changes, decision_version, valid_from, put_in_force_by, put_in_force_at)
                        values (:version, :title, :changes, :decision, :from, :by, :at)
                        """)
                .param("version", entry.version())
                .param("title", entry.title())
                .param("changes", entry.changes())
                .param("decision", entry.decisionVersion())
                .param("from", entry.validFrom())
                .param("by", userId)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        evidence.record(
                Evidence.SYSTEM,
                Kind.PROCEDURE_CHANGED,
                userId,
                new Facts()
                        .code("act", "putInForce")
                        .code("version", entry.version())
                        .code("decisionVersion", entry.decisionVersion())
                        .code("validFrom", entry.validFrom()));
        return find(entry.version()).orElseThrow();
    }

    private static Procedure procedure(ResultSet row, int number) throws SQLException {
        OffsetDateTime at = row.getObject("put_in_force_at", OffsetDateTime.class);
        @Nullable Integer decision = row.getObject("decision_version", Integer.class);
        return new Procedure(
                row.getString("version"),
                row.getString("title"),
                row.getString("changes"),
                decision,
                row.getObject("valid_from", LocalDate.class),
                row.getString("put_in_force_by"),
                at == null ? null : at.toInstant());
    }
}
