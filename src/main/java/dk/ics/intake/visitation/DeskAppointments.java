package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places at the desk: so many persons at each time, on the days and hours on which it is open. A place is taken by the
 * appointment of an open case; when the case is closed or gets another time, it is free again.
 */
@Service
class DeskAppointments {

    private final JdbcClient jdbc;
    private final DeskProperties desk;
    private final OpeningHours hours;
    private final DanishCalendar calendar;
    private final Clock clock;

    DeskAppointments(JdbcClient jdbc, DeskProperties desk, OpeningHours hours, DanishCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.hours = hours;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Whether the citizen can come then; two bookings of the same time wait for each other. Who stands at the desk already
     * takes nobody's place.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takePlace(OffsetDateTime at, CaseReference reference) {
        Instant begin = begin(at.toInstant());
        if (!begin.isAfter(clock.instant())) {
            return true;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:time, 0))")
                .param("time", "desk " + begin)
                .query()
                .singleRow();
        return taken(begin, begin.plus(desk.slot()), reference).getOrDefault(begin, 0) < desk.places();
    }

    /** The next times at which there is a place, the first ones first. */
    @Transactional(readOnly = true)
    public List<OffsetDateTime> free(CaseReference reference, int most) {
        LocalDate today = calendar.today();
        LocalDate last = today.plus(desk.ahead());
        Map<Instant, Integer> taken = taken(
                clock.instant(), last.atStartOfDay(DanishCalendar.COPENHAGEN).toInstant(), reference);
        return today.datesUntil(last)
                .filter(calendar::isWorkingDay)
                .flatMap(this::times)
                .filter(time -> time.toInstant().isAfter(clock.instant()))
                .filter(time -> taken.getOrDefault(time.toInstant(), 0) < desk.places())
                .limit(most)
                .toList();
    }

    /** The times of a day on which the desk is open. */
    private Stream<OffsetDateTime> times(LocalDate day) {
        List<OffsetDateTime> times = new ArrayList<>();
        hours.of(day.getDayOfWeek()).ifPresent(open -> {
            for (var time = day.atTime(open.from());
                    time.isBefore(day.atTime(open.to()));
                    time = time.plus(desk.slot())) {
                times.add(time.atZone(DanishCalendar.COPENHAGEN).toOffsetDateTime());
            }
        });
        return times.stream();
    }

    /** How many come at each time, other than this case. */
    private Map<Instant, Integer> taken(Instant from, Instant until, CaseReference except) {
        Map<Instant, Integer> taken = new HashMap<>();
        jdbc.sql("""
                        select v.appointment_at from ics.visitation v
                        join ics.case_file c on c.reference = v.case_reference and c.status = 'open'
                        where v.appointment_at >= :from and v.appointment_at < :until and v.checked_in_at is null
                          and v.case_reference <> :except
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("except", except.value())
                .query(OffsetDateTime.class)
                .list()
                .forEach(at -> taken.merge(begin(at.toInstant()), 1, Integer::sum));
        return taken;
    }

    /** When the time begins that this moment belongs to. */
    private Instant begin(Instant moment) {
        Duration slot = desk.slot();
        return Instant.ofEpochSecond(moment.getEpochSecond() / slot.toSeconds() * slot.toSeconds());
    }
}
