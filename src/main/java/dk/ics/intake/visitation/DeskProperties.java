package dk.ics.intake.visitation;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.desk}: how many citizens can come at a time. No law says it: it follows from desks and staff.
 *
 * @param slot how long one time is; it divides an hour
 * @param places persons who can come at each time
 * @param ahead how far ahead free times are shown
 */
@ConfigurationProperties("ics.desk")
record DeskProperties(
        @DefaultValue("PT15M") Duration slot,
        @DefaultValue("8") int places,
        @DefaultValue("P30D") Period ahead) {

    DeskProperties {
        if (slot.isZero() || slot.isNegative() || Duration.ofHours(1).toSeconds() % slot.toSeconds() != 0) {
            throw new IllegalArgumentException("ics.desk.slot has to divide an hour");
        }
        if (places < 1) {
            throw new IllegalArgumentException("ics.desk.places is how many can come at a time, at least 1");
        }
    }
}
