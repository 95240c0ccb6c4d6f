package dk.ics.intake.report;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.report.ControlDocumentation.FollowUp;
import dk.ics.intake.report.ControlDocumentation.Supervised;
import dk.ics.intake.supervision.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The supervisions in which controls of a case were drawn, with what was found and what came of it. */
@Repository
class SupervisionReader {

    private static final String ITEMS = """
            select i.supervision, i.item_no, s.period_from, s.period_to, s.drawn_at, i.control_no, i.reason, i.risks,
              r.reviewed_by, %s as reviewed_by_name, r.reviewed_at, r.finding, r.text
            from ics.supervision_item i
            join ics.supervision s on s.number = i.supervision
            left join ics.supervision_review r on r.supervision = i.supervision and r.item_no = i.item_no
            where i.case_reference = :reference order by s.drawn_at, i.supervision, i.item_no
            """.formatted(Employee.name("r.reviewed_by"));

    private static final String FOLLOW_UPS =
            """
            select f.*, %s as employee_name, %s as ordered_by_name, e.result, e.control_no, e.text, e.ended_by,
              %s as ended_by_name, e.ended_at,
              (select title from ics.course c where c.code = f.course order by number desc limit 1) as title
            from ics.supervision_item i
            join ics.supervision_follow_up f on f.supervision = i.supervision and f.item_no = i.item_no
            left join ics.supervision_follow_up_end e
              on e.supervision = f.supervision and e.item_no = f.item_no and e.kind = f.kind
            where i.case_reference = :reference order by f.ordered_at, f.kind
            """.formatted(Employee.name("f.employee"), Employee.name("f.ordered_by"), Employee.name("e.ended_by"));

    private final JdbcClient jdbc;

    SupervisionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Item(long supervision, int number) {}

    private record Of(Item item, FollowUp followUp) {}

    List<Supervised> of(CaseReference reference) {
        Map<Item, List<FollowUp>> followUps = jdbc
                .sql(FOLLOW_UPS)
                .param("reference", reference.value())
                .query((row, i) -> new Of(item(row), followUp(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::item, Collectors.mapping(Of::followUp, Collectors.toList())));
        return jdbc.sql(ITEMS)
                .param("reference", reference.value())
                .query((row, i) -> supervised(row, followUps.getOrDefault(item(row), List.of())))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(row.getLong("supervision"), row.getInt("item_no"));
    }

    private static Supervised supervised(ResultSet row, List<FollowUp> followUps) throws SQLException {
        return new Supervised(
                row.getLong("supervision"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                Rows.time(row, "drawn_at"),
                row.getInt("control_no"),
                DanishNames.of("supervisionReason", row.getString("reason")),
                Rows.texts(row, "risks").stream()
                        .map(risk -> new Named(risk, Risk.of(risk).danishName()))
                        .toList(),
                Employee.of(row, "reviewed_by"),
                Rows.ifTime(row, "reviewed_at"),
                DanishNames.ifAny("finding", row.getString("finding")),
                row.getString("text"),
                followUps);
    }

    private static FollowUp followUp(ResultSet row) throws SQLException {
        @Nullable Integer control = row.getObject("control_no", Integer.class);
        return new FollowUp(
                DanishNames.of("followUp", row.getString("kind")),
                Employee.of(row, "employee"),
                row.getString("title"),
                row.getObject("due", LocalDate.class),
                Objects.requireNonNull(Employee.of(row, "ordered_by")),
                Rows.time(row, "ordered_at"),
                DanishNames.ifAny("followUpResult", row.getString("result")),
                control,
                row.getString("text"),
                Employee.of(row, "ended_by"),
                Rows.ifTime(row, "ended_at"));
    }
}
