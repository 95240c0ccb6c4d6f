package dk.ics.intake.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.engine}: how the engine works.
 *
 * @param retryIntervals ISO 8601 durations with commas between them: how long a failed job waits before each new try;
 *     after the last one there is an incident
 */
@ConfigurationProperties("ics.engine")
record EngineProperties(
        @DefaultValue("PT10S,PT1M,PT5M,PT15M") String retryIntervals) {}
