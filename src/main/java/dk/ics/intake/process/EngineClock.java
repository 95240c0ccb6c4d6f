package dk.ics.intake.process;

import dk.ics.intake.time.DemoClock;
import jakarta.annotation.PreDestroy;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the engine's timers and due dates follow the demo's clock. */
@Component
@Profile("demo")
class EngineClock {

    EngineClock(DemoClock clock) {
        clock.follow(offset -> ClockUtil.offset(offset.toMillis()));
    }

    @PreDestroy
    void reset() {
        ClockUtil.reset();
    }
}
