package dk.ics.intake.visitation;

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
 * The places at the desk: so many persons at each time, on the days and hours on which it is open, and among them so many
 * for SIRI's desk. A place is taken by the appointment of an open case; when the case is closed or gets another time, it is
 * free again.
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

    /** How many come at a time, and how many of them for a residence document. */
    private record Taken(int all, int siri) {

        static final Taken NONE = new Taken(0, 0);

        Taken and(Taken other) {
            return new Taken(all + other.all, siri + other.siri);
        }

        static Taken by(List<Visitor> visitors) {
            return new Taken(visitors.size(), (int)
                    visitors.stream().filter(Visitor::forResidenceDocument).count());
        }
    }

    /**
     * Whether all of them can come then, or none of them does; two bookings of the same time wait for each other. Who stands
     * at the desk already takes nobody's place. The caller holds the cases, in the order of their references: nobody who
     * waits here for a time waits for a case afterwards.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takePlaces(OffsetDateTime at, List<Visitor> visitors) {
        Instant begin = begin(at.toInstant());
        if (!begin.isAfter(clock.instant())) {
            return true;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:time, 0))")
                .param("time", "desk " + begin)
                .query()
                .singleRow();
        return fits(taken(begin, begin.plus(desk.slot()), visitors).getOrDefault(begin, Taken.NONE), visitors);
    }

    /** The next times at which there is a place for all of them, the first ones first. */
    @Transactional(readOnly = true)
    public List<OffsetDateTime> free(List<Visitor> visitors, int most) {
        LocalDate today = calendar.today();
        LocalDate last = today.plus(desk.ahead());
        Map<Instant, Taken> taken = taken(
                clock.instant(), last.atStartOfDay(DanishCalendar.COPENHAGEN).toInstant(), visitors);
        return today.datesUntil(last)
                .filter(calendar::isWorkingDay)
                .flatMap(this::times)
                .filter(time -> time.toInstant().isAfter(clock.instant()))
                .filter(time -> fits(taken.getOrDefault(time.toInstant(), Taken.NONE), visitors))
                .limit(most)
                .toList();
    }

    private boolean fits(Taken taken, List<Visitor> visitors) {
        Taken together = taken.and(Taken.by(visitors));
        boolean siri = visitors.stream().anyMatch(Visitor::forResidenceDocument);
        return together.all <= desk.places() && (!siri || together.siri <= desk.siriPlaces());
    }

    /** The times of a day on which the desk is open. */
    Stream<OffsetDateTime> times(LocalDate day) {
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

    /** How many come at each time, other than these. */
    private Map<Instant, Taken> taken(Instant from, Instant until, List<Visitor> except) {
        Map<Instant, Taken> taken = new HashMap<>();
        jdbc.sql("""
                        select v.appointment_at, coalesce(v.siri_place, false) as siri from ics.visitation v
                        join ics.case_file c on c.reference = v.case_reference and c.status = 'open'
                        where v.appointment_at >= :from and v.appointment_at < :until and v.checked_in_at is null
                          and v.case_reference <> all(:except)
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param(
                        "except",
                        except.stream()
                                .map(visitor -> visitor.reference().value())
                                .toArray(String[]::new))
                .query(row -> {
                    Instant begin = begin(row.getObject("appointment_at", OffsetDateTime.class)
                            .toInstant());
                    taken.merge(begin, new Taken(1, row.getBoolean("siri") ? 1 : 0), Taken::and);
                });
        return taken;
    }

    /** When the time begins that this moment belongs to. */
    private Instant begin(Instant moment) {
        Duration slot = desk.slot();
        return Instant.ofEpochSecond(moment.getEpochSecond() / slot.toSeconds() * slot.toSeconds());
    }
}
