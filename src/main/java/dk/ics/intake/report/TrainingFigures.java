package dk.ics.intake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** § 1 stk. 7 no. 2 in figures: how everybody stands who may control an identity. */
@Repository
class TrainingFigures {

    /**
     * The courses as they hold now, and of each member of their groups in the reader's municipalities the training that
     * holds longest of those passed by that day. What was revoked never held.
     */
    static final String STANDINGS = """
            with course as (
              select distinct on (code) code, title, required_for from ics.course order by code, number desc),
            standing as (
              select m.user_id_ as employee, course.required_for, course.code, course.title, held.valid_until,
                case when held.valid_until is null then 'MISSING' when held.valid_until < :day then 'EXPIRED'
                  when held.valid_until < :warned then 'EXPIRING' else 'VALID' end as standing
              from course
              join public.act_id_membership m on m.group_id_ = course.required_for
              left join lateral (
                select max(t.valid_until) as valid_until from ics.training t
                where t.user_id = m.user_id_ and t.course = course.code and t.completed_on <= :day
                  and not exists (select from ics.training_revocation r where r.training_id = t.id)) held on true
              where course.required_for in ('identityControl', 'identitySpecialist') and exists (
                select from public.act_id_tenant_member s
                where s.tenant_id_ = any(:municipalities) and (s.user_id_ = m.user_id_ or s.group_id_ in (
                  select g.group_id_ from public.act_id_membership g where g.user_id_ = m.user_id_))))
            """;

    private static final String EMPLOYEES = STANDINGS + """
            select s.*, %s as employee_name, g.name_ as group_name, coalesce(made.controls, 0) as controls
            from standing s
            left join public.act_id_group g on g.id_ = s.required_for
            left join (
              select controlled_by, count(*) as controls from ics.control
              where controlled_at >= :begin and controlled_at < :end and municipality = any(:municipalities)
              group by controlled_by) made on made.controlled_by = s.employee and s.required_for = 'identityControl'
            order by g.name_, s.employee, s.code
            """.formatted(Employee.name("s.employee"));

    private final JdbcClient jdbc;

    TrainingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ComplianceReport.Training of(Scope scope) {
        List<ComplianceReport.Trained> employees =
                scope.in(jdbc, EMPLOYEES).query((row, i) -> trained(row)).list();
        return new ComplianceReport.Training(
                scope.day(),
                count(employees, "VALID"),
                count(employees, "EXPIRING"),
                count(employees, "EXPIRED"),
                count(employees, "MISSING"),
                employees);
    }

    private static long count(List<ComplianceReport.Trained> employees, String standing) {
        return employees.stream()
                .filter(employee -> employee.standing().code().equals(standing))
                .count();
    }

    private static ComplianceReport.Trained trained(ResultSet row) throws SQLException {
        return new ComplianceReport.Trained(
                Objects.requireNonNull(Employee.of(row, "employee")),
                new Named(row.getString("required_for"), Rows.or(row.getString("group_name"), "Gruppe uden navn")),
                new Named(row.getString("code"), row.getString("title")),
                DanishNames.of("standing", row.getString("standing")),
                row.getObject("valid_until", LocalDate.class),
                row.getLong("controls"));
    }
}
