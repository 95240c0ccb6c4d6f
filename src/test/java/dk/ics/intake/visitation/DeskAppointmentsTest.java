package dk.ics.intake.visitation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntakeTest
class DeskAppointmentsTest {

    private static final Act ACT = Act.bySystem("test");

    /** Far from the times of other tests, whose cases share the desk; a Wednesday, open from 11 to 17. */
    private static final OffsetDateTime WEDNESDAY = OffsetDateTime.parse("2026-11-18T11:00:00+01:00");

    private static final OpeningHours HOURS =
            new OpeningHours(true, "09:00-15:00", "", "11:00-17:00", "09:00-15:00", "09:00-14:00");

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DanishCalendar calendar;

    @Autowired
    Clock clock;

    private DeskAppointments desk;

    @BeforeEach
    void open() {
        desk = desk(2, calendar, clock);
    }

    @Test
    @DisplayName("of 200 who book 50 places at once 50 get one, and nobody two")
    void noOverbooking() throws Exception {
        DeskAppointments wide = desk(50, calendar, clock);
        List<CaseReference> cases =
                Stream.generate(() -> TestCases.euWorker(caseFile)).limit(200).toList();
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService citizens = Executors.newFixedThreadPool(cases.size());
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (CaseReference one : cases) {
                Callable<Boolean> booking = () -> {
                    together.await();
                    return book(wide, WEDNESDAY, one);
                };
                answers.add(citizens.submit(booking));
            }
            together.countDown();

            int booked = 0;
            for (Future<Boolean> answer : answers) {
                booked += answer.get() ? 1 : 0;
            }
            assertThat(booked).isEqualTo(50);
            assertThat(jdbc.sql("select count(*) from ics.visitation where appointment_at = :at")
                            .param("at", WEDNESDAY)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(50);
        } finally {
            citizens.shutdownNow();
        }
    }

    @Test
    @DisplayName("a place is free again when the case is closed or gets another time, and one's own is no hindrance")
    void freeAgain() {
        OffsetDateTime at = WEDNESDAY.plusHours(1);
        CaseReference first = TestCases.euWorker(caseFile);
        CaseReference second = TestCases.euWorker(caseFile);
        CaseReference third = TestCases.euWorker(caseFile);
        assertThat(book(desk, at, first)).isTrue();
        assertThat(book(desk, at.plusMinutes(14), second))
                .as("the same quarter")
                .isTrue();
        assertThat(book(desk, at, third)).isFalse();
        assertThat(book(desk, at.plusMinutes(5), first)).as("its own place").isTrue();

        assertThat(book(desk, at.plusMinutes(15), second)).isTrue();
        assertThat(book(desk, at, third)).isTrue();
        assertThat(book(desk, at, second)).isFalse();

        caseFile.close(first, "withdrawn", ACT);
        assertThat(book(desk, at, second)).isTrue();
    }

    @Test
    @DisplayName("who stands at the desk takes nobody's place")
    void walkIn() {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), DanishCalendar.COPENHAGEN);
        for (int number = 0; number < 3; number++) {
            assertThat(book(desk, now, TestCases.euWorker(caseFile))).isTrue();
        }
    }

    @Test
    @DisplayName("free times are those of opening hours on working days, without those that are full")
    void freeTimes() {
        Clock before =
                Clock.fixed(OffsetDateTime.parse("2026-12-23T16:20:00+01:00").toInstant(), DanishCalendar.COPENHAGEN);
        DeskAppointments christmas = desk(2, new DanishCalendar(before, Set.of()), before);
        CaseReference reference = TestCases.euWorker(caseFile);
        OffsetDateTime full = OffsetDateTime.parse("2026-12-23T16:45:00+01:00");
        book(christmas, full, TestCases.euWorker(caseFile));
        book(christmas, full, TestCases.euWorker(caseFile));

        List<OffsetDateTime> free = christmas.free(List.of(new Visitor(reference, false)), 60);

        assertThat(free.get(0)).isEqualTo(OffsetDateTime.parse("2026-12-23T16:30:00+01:00"));
        assertThat(free).doesNotContain(full);
        assertThat(free.stream().map(time -> time.toLocalDate()).distinct().map(day -> day.getDayOfMonth()))
                .as("Christmas Day, Boxing Day, a weekend and a Tuesday are left out")
                .startsWith(23, 24)
                .doesNotContain(25, 26, 27, 29);
        assertThat(free)
                .allSatisfy(time -> assertThat(time.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(16, 59)));
    }

    @Test
    @DisplayName("a row for each day")
    void shown() {
        assertThat(FreeTimes.rows(List.of(WEDNESDAY, WEDNESDAY.plusMinutes(15), WEDNESDAY.plusDays(1))))
                .containsExactly(
                        Map.of("label", "onsdag 18. november", "value", "11.00, 11.15"),
                        Map.of("label", "torsdag 19. november", "value", "11.00"));
    }

    @Test
    @DisplayName("SIRI's places are counted for themselves, and among all")
    void siri() {
        OffsetDateTime at = WEDNESDAY.plusHours(2);
        CaseReference first = TestCases.euWorker(caseFile);
        CaseReference second = TestCases.euWorker(caseFile);
        CaseReference third = TestCases.euWorker(caseFile);
        assertThat(book(desk, at, first, true)).isTrue();
        assertThat(book(desk, at, second, true)).as("one place of SIRI").isFalse();
        assertThat(desk.free(List.of(new Visitor(second, true)), Integer.MAX_VALUE))
                .doesNotContain(at);
        assertThat(desk.free(List.of(new Visitor(second, false)), Integer.MAX_VALUE))
                .contains(at);
        assertThat(book(desk, at, second, false)).isTrue();
        assertThat(book(desk, at, third, false)).as("two places in all").isFalse();
        assertThat(book(desk, at.plusMinutes(15), first, true)).isTrue();
        assertThat(book(desk, at, third, true)).as("both are free again").isTrue();
    }

    @Test
    @DisplayName("a family gets places for all or none")
    void together() {
        OffsetDateTime at = WEDNESDAY.plusHours(3);
        List<Visitor> family = Stream.generate(() -> new Visitor(TestCases.euWorker(caseFile), false))
                .limit(2)
                .toList();
        book(desk, at, TestCases.euWorker(caseFile));
        assertThat(taken(at, family)).isFalse();
        assertThat(taken(at.plusMinutes(15), family)).isTrue();
        assertThat(desk.free(family, Integer.MAX_VALUE)).doesNotContain(at).contains(at.plusMinutes(15));
    }

    private boolean taken(OffsetDateTime at, List<Visitor> family) {
        return Boolean.TRUE.equals(transactions.execute(status -> desk.takePlaces(at, family)));
    }

    private DeskAppointments desk(int places, DanishCalendar days, Clock time) {
        DeskProperties properties = new DeskProperties(
                Duration.ofMinutes(15), places, 1, Period.ofYears(1), Duration.ofHours(2), 2, Duration.ofMinutes(15));
        return new DeskAppointments(jdbc, properties, HOURS, days, time);
    }

    private boolean book(DeskAppointments at, OffsetDateTime when, CaseReference reference) {
        return book(at, when, reference, false);
    }

    private boolean book(DeskAppointments at, OffsetDateTime when, CaseReference reference, boolean siri) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!at.takePlaces(when, List.of(new Visitor(reference, siri)))) {
                return false;
            }
            caseFile.write(reference, Map.of("appointmentAt", when, "siriPlace", siri), ACT);
            return true;
        }));
    }
}
