package dk.ics.intake;

import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.time.DemoClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The application's clock in a test: runs on from the moment it is set to; the engine follows at once. */
public final class TestClock {

    /** Where the clock stands before each test class: a Monday morning in Denmark with no holiday for four weeks. */
    public static final ZonedDateTime START =
            LocalDateTime.of(2026, 3, 2, 10, 0).atZone(DanishCalendar.COPENHAGEN);

    private final DemoClock clock;
    private final TestDatabase database;

    TestClock(DemoClock clock, TestDatabase database) {
        this.clock = clock;
        this.database = database;
    }

    /** Moves the clock there, back as well as forward. */
    public void set(ZonedDateTime time) {
        long seconds = Duration.between(Instant.now(), time.toInstant()).toSeconds();
        database.execute("update ics.clock_offset set offset_seconds = " + seconds);
        clock.advance(Duration.ZERO);
    }

    /** Lets the time go by. */
    public void advance(Duration time) {
        clock.advance(time);
    }

    public Instant now() {
        return clock.instant();
    }
}
