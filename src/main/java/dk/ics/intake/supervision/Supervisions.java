package dk.ics.intake.supervision;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The supervisions there are, their items, and how far each is. */
@Service
public class Supervisions {

    private static final String SELECT = """
            select s.*, e.ended_at,
              (select count(*) from ics.supervision_item i where i.supervision = s.number) as items,
              (select count(*) from ics.supervision_review r where r.supervision = s.number) as reviewed,
              (select count(*) from ics.supervision_review r
                where r.supervision = s.number and r.finding <> 'none') as findings,
              (select count(*) from ics.supervision_review r
                where r.supervision = s.number and not exists (
                  select from ics.supervision_follow_up f
                  where f.supervision = r.supervision and f.item_no = r.item_no and not exists (
                    select from ics.supervision_follow_up_end d
                    where d.supervision = f.supervision and d.item_no = f.item_no and d.kind = f.kind))) as closed
            from ics.supervision s left join ics.supervision_end e on e.supervision = s.number
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Evidence evidence;

    Supervisions(JdbcClient jdbc, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.evidence = evidence;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Supervision> all() {
        return jdbc.sql(SELECT + "order by s.number desc")
                .query(Supervisions::supervision)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Supervision> find(long number) {
        return jdbc.sql(SELECT + "where s.number = :number")
                .param("number", number)
                .query(Supervisions::supervision)
                .optional();
    }

    /** What was drawn, in its order. */
    @Transactional(readOnly = true)
    public List<SupervisedItem> items(long number) {
        return jdbc.sql("""
                        select i.*, r.reviewed_by, r.reviewed_at, r.finding, r.text
                        from ics.supervision_item i
                        left join ics.supervision_review r on r.supervision = i.supervision and r.item_no = i.item_no
                        where i.supervision = :number order by i.item_no
                        """)
                .param("number", number)
                .query((row, i) -> item(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<SupervisedItem> item(long supervision, int number) {
        return jdbc.sql("""
                        select i.*, r.reviewed_by, r.reviewed_at, r.finding, r.text
                        from ics.supervision_item i
                        left join ics.supervision_review r on r.supervision = i.supervision and r.item_no = i.item_no
                        where i.supervision = :supervision and i.item_no = :item
                        """)
                .param("supervision", supervision)
                .param("item", number)
                .query((row, i) -> item(row))
                .optional();
    }

    /** Ends a supervision all of whose items are closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(long number) {
        jdbc.sql("insert into ics.supervision_end (supervision, ended_at) values (:supervision, :at)")
                .param("supervision", number)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        evidence.record(
                Evidence.SYSTEM,
                Kind.SUPERVISION_ACT,
                new Facts().code("act", "ended").code("supervision", number));
    }

    private SupervisedItem item(ResultSet row) throws SQLException {
        long supervision = row.getLong("supervision");
        int number = row.getInt("item_no");
        String finding = row.getString("finding");
        return new SupervisedItem(
                supervision,
                number,
                new CaseReference(row.getString("case_reference")),
                row.getInt("control_no"),
                new MunicipalityCode(row.getString("municipality")),
                row.getString("controlled_by"),
                row.getString("reason"),
                Arrays.asList((String[]) row.getArray("risks").getArray()),
                finding == null
                        ? null
                        : new SupervisedItem.Review(
                                row.getString("reviewed_by"),
                                instant(row, "reviewed_at"),
                                finding,
                                row.getString("text")),
                finding == null ? List.of() : followUps(supervision, number));
    }

    private List<SupervisedItem.FollowUp> followUps(long supervision, int item) {
        return jdbc.sql("""
                        select f.*, e.result, e.control_no, e.training_id, e.text, e.ended_by, e.ended_at
                        from ics.supervision_follow_up f
                        left join ics.supervision_follow_up_end e
                          on e.supervision = f.supervision and e.item_no = f.item_no and e.kind = f.kind
                        where f.supervision = :supervision and f.item_no = :item order by f.kind
                        """)
                .param("supervision", supervision)
                .param("item", item)
                .query((row, i) -> new SupervisedItem.FollowUp(
                        row.getString("kind"),
                        row.getString("employee"),
                        row.getString("course"),
                        row.getObject("due", LocalDate.class),
                        row.getString("ordered_by"),
                        instant(row, "ordered_at"),
                        end(row)))
                .list();
    }

    private static SupervisedItem.@Nullable End end(ResultSet row) throws SQLException {
        String result = row.getString("result");
        @Nullable Integer control = row.getObject("control_no", Integer.class);
        @Nullable UUID training = row.getObject("training_id", UUID.class);
        return result == null
                ? null
                : new SupervisedItem.End(
                        result,
                        control,
                        training,
                        row.getString("text"),
                        row.getString("ended_by"),
                        instant(row, "ended_at"));
    }

    private static Supervision supervision(ResultSet row, int i) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Supervision(
                row.getLong("number"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getString("seed"),
                row.getBoolean("seed_given"),
                row.getInt("sample_version"),
                row.getInt("population"),
                row.getString("started_by"),
                instant(row, "drawn_at"),
                ended == null ? null : ended.toInstant(),
                row.getInt("items"),
                row.getInt("reviewed"),
                row.getInt("findings"),
                row.getInt("closed"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
