package dk.ics.intake.oversight;

import dk.ics.intake.oversight.OverviewFigures.Doubts;
import dk.ics.intake.oversight.OverviewFigures.FollowUps;
import dk.ics.intake.oversight.OverviewFigures.Month;
import dk.ics.intake.oversight.OverviewFigures.Overdue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts for the overview: each figure is one statement over an index. */
@Repository
class OverviewReader {

    /** What an incident says begins with the failure and the authority, see {@code SafeFailure} and {@code AuthorityUnavailable}. */
    private static final String FAILED_AT =
            "substring(i.incident_msg_ from '(?:AuthorityUnavailable|OutcomeUnknown|AuthorityPaused): ([A-Za-z]+):')";

    private final JdbcClient jdbc;

    OverviewReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The months that have controls. */
    List<Month> months(List<String> own, LocalDate from) {
        return in(own, """
                        select date_trunc('month', controlled_at at time zone 'Europe/Copenhagen')::date as month,
                          count(*) as controls, count(*) filter (where doubt) as doubts,
                          count(*) filter (where photo) as photos,
                          count(*) filter (where supervision <> 'none') as drawn,
                          count(*) filter (where supervision = 'reviewed') as reviewed
                        from ics.control_standing
                        where controlled_at >= :from and municipality = any(:own) group by 1 order by 1
                        """)
                .param("from", ControlFilter.startOf(from))
                .query((row, i) -> new Month(
                        row.getObject("month", LocalDate.class),
                        row.getLong("controls"),
                        row.getLong("doubts"),
                        row.getLong("photos"),
                        row.getLong("drawn"),
                        row.getLong("reviewed")))
                .list();
    }

    long controlsSince(List<String> own, LocalDate day) {
        return in(own, """
                        select count(*) from ics.control_standing
                        where controlled_at >= :from and municipality = any(:own)
                        """)
                .param("from", ControlFilter.startOf(day))
                .query(Long.class)
                .single();
    }

    Doubts doubts(List<String> own) {
        return in(own, """
                        select count(*) as open, min(s.controlled_at) as oldest
                        from ics.control_standing s join ics.case_file f on f.reference = s.case_reference
                        where s.outcome = 'open' and s.municipality = any(:own) and f.status = 'open'
                        """)
                .query((row, i) -> new Doubts(row.getLong("open"), time(row)))
                .single();
    }

    Overdue overdue(List<String> own, LocalDate today) {
        return in(own, """
                        select count(*) as deadlines, count(distinct d.case_reference) as cases, min(d.due) as oldest
                        from ics.deadline d join ics.case_file f on f.reference = d.case_reference
                        where d.met_at is null and d.due < :today and f.status = 'open' and f.municipality = any(:own)
                        """)
                .param("today", today)
                .query((row, i) -> new Overdue(
                        row.getLong("cases"), row.getLong("deadlines"), row.getObject("oldest", LocalDate.class)))
                .single();
    }

    FollowUps followUps(List<String> own, LocalDate today) {
        return in(own, """
                        select count(*) as open, count(*) filter (where f.due < :today) as overdue
                        from ics.supervision_follow_up f
                        join ics.supervision_item i on i.supervision = f.supervision and i.item_no = f.item_no
                        where i.municipality = any(:own) and not exists (
                          select from ics.supervision_follow_up_end e
                          where e.supervision = f.supervision and e.item_no = f.item_no and e.kind = f.kind)
                        """)
                .param("today", today)
                .query((row, i) -> new FollowUps(row.getLong("open"), row.getLong("overdue")))
                .single();
    }

    /** Incidents by the code of the authority that failed. An incident stands once at each caller: the first one counts. */
    Map<String, Long> incidents(List<String> own) {
        return counts(in(own, """
                        select %s as code, count(*) as found from public.act_ru_incident i
                        where i.id_ = i.root_cause_incident_id_ and i.tenant_id_ = any(:own) and %1$s is not null
                        group by 1
                        """.formatted(FAILED_AT)));
    }

    /** What waits for an answer. */
    record Waiting(long waiting, @Nullable Instant oldest) {

        static final Waiting NOTHING = new Waiting(0, null);
    }

    /** What was sent and not answered yet, by the code of the authority. */
    Map<String, Waiting> waiting(List<String> own) {
        Map<String, Waiting> found = new HashMap<>();
        in(own, """
                        select w.authority, count(*) as waiting, min(w.sent_at) as oldest
                        from ics.forwarding w join ics.case_file f on f.reference = w.case_reference
                        where w.state = 'waiting' and f.status = 'open' and f.municipality = any(:own)
                        group by w.authority
                        """).query(row -> {
            found.put(row.getString("authority"), new Waiting(row.getLong("waiting"), time(row)));
        });
        return found;
    }

    private static Map<String, Long> counts(JdbcClient.StatementSpec statement) {
        Map<String, Long> counts = new HashMap<>();
        statement.query(row -> {
            counts.put(row.getString("code"), row.getLong("found"));
        });
        return counts;
    }

    private JdbcClient.StatementSpec in(List<String> own, String sql) {
        return jdbc.sql(sql).param("own", own.toArray(String[]::new));
    }

    private static @Nullable Instant time(ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject("oldest", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
