package dk.ics.intake.oversight;

import dk.ics.intake.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads {@code ics.control_standing}: one statement for a page, whatever is asked for and however many controls there are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ControlRows {

    private final JdbcClient jdbc;

    ControlRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param own the municipalities whose controls the reader may see */
    ControlPage page(
            List<String> own, ControlFilter filter, ControlOrder order, @Nullable ControlPlace after, int size) {
        List<String> conditions = conditions(own, filter);
        Map<String, Object> values = values(own, filter);
        if (after != null) {
            conditions.add(order.after());
            values.putAll(after.values());
        }
        planForTheseValues();
        List<ControlLine> found = jdbc.sql(statement(conditions, order, size + 1))
                .params(values)
                .query(ControlRows::line)
                .list();
        return new ControlPage(found.stream().limit(size).toList(), found.size() > size);
    }

    /** The name of an employee is looked up for what is shown only. */
    static String statement(List<String> conditions, ControlOrder order, int limit) {
        return """
                select s.*, concat_ws(' ', u.first_, u.last_) as employee_name
                from (
                  select * from ics.control_standing s where %s order by %s limit %d) s
                left join public.act_id_user u on u.id_ = s.controlled_by
                order by %2$s
                """.formatted(String.join(" and ", conditions), order.columns(), limit);
    }

    /** How many there are, but no more than are counted. */
    long count(List<String> own, ControlFilter filter, long atMost) {
        planForTheseValues();
        return jdbc.sql("select count(*) from (select from ics.control_standing s where %s limit %d) counted"
                        .formatted(String.join(" and ", conditions(own, filter)), atMost))
                .params(values(own, filter))
                .query(Long.class)
                .single();
    }

    /**
     * For the transaction: a plan for any value would read all controls for a value that few have. Planning takes a fraction
     * of a millisecond.
     */
    private void planForTheseValues() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /**
     * Who has made controls in these municipalities: from one employee to the next in the index, not over all controls, and
     * not over all pairs with a municipality.
     */
    List<Employee> employees(List<String> own) {
        return jdbc.sql("""
                        with recursive employee as (
                          select min(controlled_by) as controlled_by from ics.control_standing
                          union all
                          select (select min(s.controlled_by) from ics.control_standing s
                            where s.controlled_by > employee.controlled_by)
                          from employee where employee.controlled_by is not null),
                        made as (
                          select controlled_by from employee where exists (
                            select from ics.control_standing s
                            where s.municipality = any(:own) and s.controlled_by = employee.controlled_by))
                        select made.controlled_by, concat_ws(' ', u.first_, u.last_) as employee_name
                        from made
                        left join public.act_id_user u on u.id_ = made.controlled_by
                        order by 2, 1
                        """)
                .param("own", own.toArray(String[]::new))
                .query((row, i) -> new Employee(row.getString("controlled_by"), name(row)))
                .list();
    }

    /** An employee as a filter offers one. */
    record Employee(String userId, String name) {}

    private static List<String> conditions(List<String> own, ControlFilter filter) {
        Map<String, String> conditions = filter.conditions();
        // One municipality is read in the order of its index; that it is the reader's own is asked beside it.
        if (filter.municipality() == null) {
            conditions.put("own", own.size() == 1 ? "s.municipality = :own" : "s.municipality = any(:own)");
        } else if (!own.contains(filter.municipality().value())) {
            conditions.put("own", "false");
        }
        return new ArrayList<>(conditions.values());
    }

    private static Map<String, Object> values(List<String> own, ControlFilter filter) {
        Map<String, Object> values = new LinkedHashMap<>(filter.values());
        values.put("own", own.size() == 1 ? own.get(0) : own.toArray(String[]::new));
        return values;
    }

    private static ControlLine line(ResultSet row, int number) throws SQLException {
        return new ControlLine(
                row.getString("case_reference"),
                row.getInt("control_no"),
                row.getObject("controlled_at", OffsetDateTime.class).toInstant(),
                new MunicipalityCode(row.getString("municipality")),
                row.getString("controlled_by"),
                name(row),
                ControlOutcome.of(row.getString("outcome")).orElseThrow(),
                row.getBoolean("doubt"),
                row.getBoolean("photo"),
                row.getString("procedure_version"),
                SupervisionState.of(row.getString("supervision")).orElseThrow());
    }

    private static String name(ResultSet row) throws SQLException {
        String name = row.getString("employee_name").strip();
        return name.isEmpty() ? row.getString("controlled_by") : name;
    }
}
