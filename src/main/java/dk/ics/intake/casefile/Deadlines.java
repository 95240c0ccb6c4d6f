package dk.ics.intake.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deadlines of cases, kept in the case file; what fires when one passes is a timer of the process. */
@Service("caseDeadlines")
public class Deadlines {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deadlines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets a deadline, or moves it; a deadline that was met is open again. */
    @Transactional
    public void set(CaseReference reference, String code, LocalDate due) {
        jdbc.sql("""
                        insert into ics.deadline (case_reference, code, due) values (:reference, :code, :due)
                        on conflict (case_reference, code) do update set due = excluded.due, met_at = null
                        """)
                .param("reference", reference.value())
                .param("code", code)
                .param("due", due)
                .update();
    }

    /** Notes that what the deadline asks for has happened now. The first time counts; no such deadline is no error. */
    @Transactional
    public void meet(CaseReference reference, String code) {
        jdbc.sql("""
                        update ics.deadline set met_at = :at
                        where case_reference = :reference and code = :code and met_at is null
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reference", reference.value())
                .param("code", code)
                .update();
    }

    /** Takes a deadline away that does not hold for the case after all, met or not. */
    @Transactional
    public void drop(CaseReference reference, String code) {
        jdbc.sql("delete from ics.deadline where case_reference = :reference and code = :code")
                .param("reference", reference.value())
                .param("code", code)
                .update();
    }

    /** Forgets a deadline that was not met: nothing waits for it any more. No such deadline is no error. */
    @Transactional
    public void dropOpen(CaseReference reference, String code) {
        jdbc.sql("delete from ics.deadline where case_reference = :reference and code = :code and met_at is null")
                .param("reference", reference.value())
                .param("code", code)
                .update();
    }

    /** The deadlines of a case, the earliest first. */
    @Transactional(readOnly = true)
    public List<Deadline> of(CaseReference reference) {
        return jdbc.sql("select * from ics.deadline where case_reference = :reference order by due, code")
                .param("reference", reference.value())
                .query(Deadlines::deadline)
                .list();
    }

    /** Deadlines that are not met and whose last day lies before the given day, the earliest first. */
    @Transactional(readOnly = true)
    public List<Deadline> missedBefore(LocalDate day) {
        return jdbc.sql("""
                        select * from ics.deadline where met_at is null and due < :day order by due, case_reference
                        """).param("day", day).query(Deadlines::deadline).list();
    }

    private static Deadline deadline(ResultSet row, int number) throws SQLException {
        OffsetDateTime metAt = row.getObject("met_at", OffsetDateTime.class);
        return new Deadline(
                new CaseReference(row.getString("case_reference")),
                row.getString("code"),
                row.getObject("due", LocalDate.class),
                metAt == null ? null : metAt.toInstant());
    }
}
