package dk.ics.intake.report;

import dk.ics.intake.procedure.Requirement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** § 1 stk. 7 no. 1 in figures: what was in force, and what was asked and answered. */
@Repository
class ProcedureFigures {

    /** In force until the day before the next begins; of two of one day the later one. */
    private static final String VERSIONS = """
            with made as (
              select procedure_version, count(*) as controls from ics.control
              where controlled_at >= :begin and controlled_at < :end and municipality = any(:municipalities)
              group by procedure_version),
            register as (
              select p.*, lead(valid_from) over (order by valid_from, number) - 1 as last_day from ics.procedure p)
            select r.*, %s as put_in_force_by_name, coalesce(m.controls, 0) as controls,
              r.valid_from between :from and :to and r.put_in_force_at is not null as changed
            from register r left join made m on m.procedure_version = r.version
            where m.controls is not null
              or (r.valid_from <= :to and (r.last_day is null or r.last_day >= greatest(:from, r.valid_from)))
            order by r.valid_from desc, r.number desc
            """.formatted(Employee.name("r.put_in_force_by"));

    /** Without municipality: all of them. */
    private static final String CONTROLS = """
            with made as (
              select c.municipality, c.result, c.presentation,
                exists (select from ics.control_difference d
                  where d.case_reference = c.case_reference and d.control_no = c.control_no) as differs,
                exists (select from ics.control_requirement r
                  where r.case_reference = c.case_reference and r.control_no = c.control_no
                    and r.answer = 'notRelevant') as not_relevant
              from ics.control c
              where c.controlled_at >= :begin and c.controlled_at < :end and c.municipality = any(:municipalities))
            select c.municipality, count(*) as total, count(*) filter (where result = 'approved') as approved,
              count(*) filter (where result = 'doubt') as doubt,
              count(*) filter (where presentation = 'photo') as photo,
              count(*) filter (where differs) as with_differences,
              count(*) filter (where not_relevant) as with_not_relevant
            from made c
            group by rollup (c.municipality) order by c.municipality nulls first
            """;

    private static final String REQUIREMENTS = """
            select asked.requirement, count(*) as asked, count(*) filter (where r.answer = 'met') as met,
              count(*) filter (where r.answer = 'notMet') as not_met,
              count(*) filter (where r.answer = 'notRelevant') as not_relevant
            from ics.control c
            cross join unnest(c.requirements) as asked (requirement)
            left join ics.control_requirement r on r.case_reference = c.case_reference and r.control_no = c.control_no
              and r.requirement = asked.requirement
            where controlled_at >= :begin and controlled_at < :end and municipality = any(:municipalities)
            group by asked.requirement
            """;

    private static final Comparator<ComplianceReport.Asked> ORDER =
            Comparator.comparing(asked -> Requirement.find(asked.requirement().code())
                    .map(Requirement::ordinal)
                    .orElse(Integer.MAX_VALUE));

    private final JdbcClient jdbc;

    ProcedureFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ComplianceReport.Procedures of(Scope scope) {
        List<ComplianceReport.OfMunicipality> counted = scope.in(jdbc, CONTROLS)
                .query((row, i) -> new ComplianceReport.OfMunicipality(
                        DanishNames.municipality(Rows.or(row.getString("municipality"), "")), controls(row)))
                .list();
        return new ComplianceReport.Procedures(
                scope.in(jdbc, VERSIONS).query((row, i) -> version(row)).list(),
                counted.get(0).controls(),
                counted.subList(1, counted.size()),
                scope
                        .in(jdbc, REQUIREMENTS)
                        .query((row, i) -> new ComplianceReport.Asked(
                                ControlReader.named(row.getString("requirement")),
                                row.getLong("asked"),
                                row.getLong("met"),
                                row.getLong("not_met"),
                                row.getLong("not_relevant")))
                        .list()
                        .stream()
                        .sorted(ORDER)
                        .toList());
    }

    private static ComplianceReport.Controls controls(ResultSet row) throws SQLException {
        return new ComplianceReport.Controls(
                row.getLong("total"),
                row.getLong("approved"),
                row.getLong("doubt"),
                row.getLong("photo"),
                row.getLong("with_differences"),
                row.getLong("with_not_relevant"));
    }

    private static ComplianceReport.InForce version(ResultSet row) throws SQLException {
        @Nullable Integer decision = row.getObject("decision_version", Integer.class);
        return new ComplianceReport.InForce(
                row.getString("version"),
                row.getString("title"),
                row.getString("changes"),
                decision,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Employee.of(row, "put_in_force_by"),
                Rows.ifTime(row, "put_in_force_at"),
                row.getBoolean("changed"),
                row.getLong("controls"));
    }
}
