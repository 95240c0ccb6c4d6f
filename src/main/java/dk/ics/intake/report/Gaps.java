package dk.ics.intake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what is missing: one statement for each kind, whatever there is of it. */
@Repository
class Gaps {

    /** So many of a kind are named; how many there are is always said. */
    static final int MOST = 500;

    private static final int OPEN_WINDOW = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    Gaps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Found(long total, ComplianceReport.Item item) {}

    List<ComplianceReport.Missing> of(Scope scope) {
        return Arrays.stream(Gap.values()).map(gap -> missing(scope, gap)).toList();
    }

    /** How many kept controls of the period lack something that their record has to hold. */
    long incomplete(Scope scope) {
        return statement(scope, """
                        select count(*) from (
                          select reference, control from (%s) r where control is not null
                          union select reference, control from (%s) q
                          union select reference, control from (%s) t) incomplete
                        """.formatted(
                                GapQueries.of(Gap.RECORD_INCOMPLETE),
                                GapQueries.of(Gap.REQUIREMENT_LACKING),
                                GapQueries.of(Gap.CONTROL_UNTRAINED)))
                .query(Long.class)
                .single();
    }

    /** How many controls of the period were made before each was kept with all answers. */
    long former(Scope scope) {
        return statement(
                        scope,
                        "select count(*) from (%s) r where control is null"
                                .formatted(GapQueries.of(Gap.RECORD_INCOMPLETE)))
                .query(Long.class)
                .single();
    }

    private ComplianceReport.Missing missing(Scope scope, Gap gap) {
        List<Found> found = statement(scope, """
                        select g.*, %s as employee_name, count(*) over () as total from (%s) g
                        order by g.day, g.reference, g.control, g.municipality, g.employee, g.a limit %d
                        """.formatted(Employee.name("g.employee"), GapQueries.of(gap), MOST))
                .query((row, i) -> found(gap, row))
                .list();
        return new ComplianceReport.Missing(
                new Named(gap.name(), gap.heading()),
                gap.number(),
                gap.nothing(),
                found.isEmpty() ? 0 : found.get(0).total(),
                found.stream().map(Found::item).toList());
    }

    private static Found found(Gap gap, ResultSet row) throws SQLException {
        @Nullable LocalDate day = row.getObject("day", LocalDate.class);
        @Nullable Integer control = row.getObject("control", Integer.class);
        @Nullable String municipality = row.getString("municipality");
        return new Found(
                row.getLong("total"),
                new ComplianceReport.Item(
                        row.getString("reference"),
                        control,
                        municipality == null ? null : DanishNames.municipality(municipality),
                        Employee.of(row, "employee"),
                        day,
                        GapTexts.of(gap, row.getString("a"), row.getString("b"), day)));
    }

    private JdbcClient.StatementSpec statement(Scope scope, String sql) {
        return scope.in(jdbc, sql)
                .param(
                        "covered",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .minusSeconds(OPEN_WINDOW));
    }
}
