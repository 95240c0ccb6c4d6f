package dk.ics.intake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** § 1 stk. 7 no. 3 in figures: how much of the period's controls was supervised, and what came of it. */
@Repository
class SupervisionFigures {

    /** A control is covered by a supervision of its day that drew something of the same caseworker and municipality. */
    static final String COVERED = """
            exists (
              select from ics.supervision s join ics.supervision_item of_stratum on of_stratum.supervision = s.number
              where (c.controlled_at at time zone 'Europe/Copenhagen')::date between s.period_from and s.period_to
                and of_stratum.municipality = c.municipality and of_stratum.controlled_by = c.controlled_by)""";

    private static final String COVERAGE = """
            with made as (
              select c.case_reference, c.control_no, c.municipality, c.controlled_by, %s as covered
              from ics.control c
              where c.controlled_at >= :begin and c.controlled_at < :end and c.municipality = any(:municipalities)),
            drawn as (
              select i.case_reference, i.control_no, count(r.supervision) as reviewed,
                count(*) filter (where r.finding = 'remark') as remarks,
                count(*) filter (where r.finding = 'error') as errors, coalesce(sum(f.ordered), 0) as follow_ups,
                coalesce(sum(f.open), 0) as open_follow_ups
              from ics.supervision_item i
              join made using (case_reference, control_no)
              left join ics.supervision_review r on r.supervision = i.supervision and r.item_no = i.item_no
              left join lateral (
                select count(*) as ordered, count(*) filter (where e.supervision is null) as open
                from ics.supervision_follow_up o
                left join ics.supervision_follow_up_end e
                  on e.supervision = o.supervision and e.item_no = o.item_no and e.kind = o.kind
                where o.supervision = i.supervision and o.item_no = i.item_no) f on true
              group by i.case_reference, i.control_no)
            select made.municipality, made.controlled_by, %s as controlled_by_name, count(*) as controls,
              count(*) filter (where made.covered) as covered, count(drawn.case_reference) as drawn,
              count(*) filter (where drawn.reviewed > 0) as reviewed, coalesce(sum(drawn.remarks), 0) as remarks,
              coalesce(sum(drawn.errors), 0) as errors, coalesce(sum(drawn.follow_ups), 0) as follow_ups,
              coalesce(sum(drawn.open_follow_ups), 0) as open_follow_ups
            from made left join drawn using (case_reference, control_no)
            group by grouping sets ((), (made.municipality), (made.municipality, made.controlled_by))
            order by made.municipality nulls first, made.controlled_by nulls first
            """.formatted(COVERED, Employee.name("made.controlled_by"));

    private static final String SAMPLES = """
            select s.*, %s as started_by_name, e.ended_at, count(i.item_no) as drawn, count(r.item_no) as reviewed
            from ics.supervision s
            left join ics.supervision_end e on e.supervision = s.number
            left join ics.supervision_item i
              on i.supervision = s.number and i.municipality = any(:municipalities)
            left join ics.supervision_review r on r.supervision = i.supervision and r.item_no = i.item_no
            where s.period_to >= :from and s.period_from <= :to
            group by s.number, e.ended_at order by s.number
            """.formatted(Employee.name("s.started_by"));

    private final JdbcClient jdbc;

    SupervisionFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ComplianceReport.Supervision of(Scope scope) {
        List<Counted> counted = scope.in(jdbc, COVERAGE)
                .query((row, i) ->
                        new Counted(row.getString("municipality"), Employee.of(row, "controlled_by"), coverage(row)))
                .list();
        List<ComplianceReport.CoveredMunicipality> municipalities = new ArrayList<>();
        List<ComplianceReport.OfCaseworker> caseworkers = new ArrayList<>();
        for (Counted one : counted) {
            if (one.municipality() != null) {
                Named municipality = DanishNames.municipality(one.municipality());
                if (one.caseworker() == null) {
                    municipalities.add(new ComplianceReport.CoveredMunicipality(municipality, one.coverage()));
                } else {
                    caseworkers.add(new ComplianceReport.OfCaseworker(municipality, one.caseworker(), one.coverage()));
                }
            }
        }
        return new ComplianceReport.Supervision(
                counted.get(0).coverage(),
                municipalities,
                caseworkers,
                scope.in(jdbc, SAMPLES).query((row, i) -> sample(row)).list());
    }

    /** All controls, those of a municipality, or those of a caseworker in it. */
    private record Counted(
            @Nullable String municipality, @Nullable Employee caseworker, ComplianceReport.Coverage coverage) {}

    private static ComplianceReport.Coverage coverage(ResultSet row) throws SQLException {
        return new ComplianceReport.Coverage(
                row.getLong("controls"),
                row.getLong("covered"),
                row.getLong("drawn"),
                row.getLong("reviewed"),
                row.getLong("remarks"),
                row.getLong("errors"),
                row.getLong("follow_ups"),
                row.getLong("open_follow_ups"));
    }

    private static ComplianceReport.Sample sample(ResultSet row) throws SQLException {
        return new ComplianceReport.Sample(
                row.getLong("number"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                Rows.time(row, "drawn_at"),
                Employee.of(row, "started_by"),
                row.getString("seed"),
                row.getInt("sample_version"),
                row.getLong("drawn"),
                row.getLong("reviewed"),
                Rows.ifTime(row, "ended_at"));
    }
}
