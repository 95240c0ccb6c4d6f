package dk.ics.intake.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Map;
import org.springframework.test.util.ReflectionTestUtils;

/** The circuit breakers of an application that many tests share: one test's failures must not pause another's calls. */
public final class Breakers {

    private Breakers() {}

    public static void reset(Authorities authorities) {
        Map<?, ?> lines = (Map<?, ?>) ReflectionTestUtils.getField(authorities, "lines");
        assertThat(lines).isNotNull();
        lines.values().forEach(line -> {
            CircuitBreaker breaker = (CircuitBreaker) ReflectionTestUtils.getField(line, "breaker");
            assertThat(breaker).isNotNull();
            breaker.reset();
        });
    }
}
