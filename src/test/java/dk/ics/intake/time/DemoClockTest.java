package dk.ics.intake.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeTest
class DemoClockTest {

    @Autowired
    private Clock clock;

    @Autowired
    private DemoClock demoClock;

    @Autowired
    private TestClock testClock;

    @Autowired
    private TestDatabase database;

    @Autowired
    private DanishCalendar calendar;

    @BeforeEach
    void monday() {
        testClock.set(TestClock.START);
    }

    @Test
    void theClockTheCalendarAndTheEngineTellTheSameTime() {
        assertThat(clock.instant()).isCloseTo(TestClock.START.toInstant(), within(5, ChronoUnit.SECONDS));
        assertThat(calendar.today()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void aFortnightGoesByForAllOfThem() {
        demoClock.advance(Duration.ofDays(14));

        assertThat(calendar.today()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isCloseTo(clock.instant(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void anotherNodeFollowsWithinASecondOrTwo() throws InterruptedException {
        try (DemoClock otherNode =
                new DemoClock(JdbcClient.create(database.as("app")), Clock.system(DanishCalendar.COPENHAGEN))) {
            demoClock.advance(Duration.ofDays(1));

            Instant patience = Instant.now().plusSeconds(5);
            while (!otherNode.offset().equals(demoClock.offset())
                    && Instant.now().isBefore(patience)) {
                Thread.sleep(50);
            }
            assertThat(otherNode.offset()).isEqualTo(demoClock.offset());
        }
    }

    @Test
    void timeDoesNotGoBack() {
        Duration before = demoClock.offset();

        assertThatThrownBy(() -> demoClock.advance(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(demoClock.offset()).isEqualTo(before);
    }
}
