package dk.ics.intake.web;

import dk.ics.intake.time.DemoClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets the demo's admin move time ahead, so that deadlines can be seen without waiting for them. */
@RestController
@Profile("demo")
class DemoClockController {

    private static final Duration LONGEST = Duration.ofDays(3660);

    private final DemoClock clock;

    DemoClockController(DemoClock clock) {
        this.clock = clock;
    }

    /** @param advance an ISO 8601 duration of days, hours, minutes and seconds, as {@code P14D}; a day is 24 hours */
    record Shift(Duration advance) {}

    record Now(OffsetDateTime now, Duration offset) {}

    @PostMapping("/api/demo/clock")
    Now advance(@RequestBody Shift shift) {
        if (shift.advance().isNegative() || shift.advance().compareTo(LONGEST) > 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        clock.advance(shift.advance());
        return new Now(OffsetDateTime.now(clock), clock.offset());
    }
}
