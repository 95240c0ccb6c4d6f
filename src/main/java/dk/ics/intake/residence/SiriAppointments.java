package dk.ics.intake.residence;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The appointments at SIRI's desk: so many a day, and within 14 days of the application (international.aarhus.dk). */
@Service
public class SiriAppointments {

    static final String DEADLINE = "siriAttendance";

    private static final String SUBMITTED_ON = "siriSubmittedOn";
    private static final int LOOK_AHEAD_DAYS = 60;

    private final JdbcClient jdbc;
    private final CaseFile caseFile;
    private final SiriProperties properties;
    private final DanishCalendar calendar;

    SiriAppointments(JdbcClient jdbc, CaseFile caseFile, SiriProperties properties, DanishCalendar calendar) {
        this.jdbc = jdbc;
        this.caseFile = caseFile;
        this.properties = properties;
        this.calendar = calendar;
    }

    /** The last day on which the citizen can attend; counted from today while nobody knows when she applied. */
    public LocalDate lastDay(CaseReference reference) {
        return caseFile.read(reference, List.of(SUBMITTED_ON)).get(SUBMITTED_ON) instanceof LocalDate submitted
                ? lastDay(submitted)
                : lastDay(calendar.today());
    }

    LocalDate lastDay(LocalDate submittedOn) {
        return submittedOn.plusDays(properties.attendanceDays());
    }

    /** The first working day from today on with room; today if there is none for long, so that a person decides. */
    LocalDate firstDayWithRoom(CaseReference reference) {
        return calendar.today()
                .datesUntil(calendar.today().plusDays(LOOK_AHEAD_DAYS))
                .filter(calendar::isWorkingDay)
                .filter(day -> isRoomOn(day, reference))
                .findFirst()
                .orElseGet(calendar::today);
    }

    /** Whether the citizen can come on that day; two bookings of the same day wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean takeRoomOn(LocalDate day, CaseReference reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:day, 0))")
                .param("day", "siri " + day)
                .query()
                .singleRow();
        return isRoomOn(day, reference);
    }

    private boolean isRoomOn(LocalDate day, CaseReference except) {
        int booked = jdbc.sql("""
                        select count(*) from ics.residence
                        where siri_appointment_at >= :from and siri_appointment_at < :until and case_reference <> :except
                        """)
                .param("from", day.atStartOfDay(DanishCalendar.COPENHAGEN).toOffsetDateTime())
                .param(
                        "until",
                        day.plusDays(1).atStartOfDay(DanishCalendar.COPENHAGEN).toOffsetDateTime())
                .param("except", except.value())
                .query(Integer.class)
                .single();
        return booked < properties.capacityPerDay();
    }
}
