package dk.ics.intake.visitation;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.desk}: how many citizens can come at a time, and what they may do about it themselves. No law says it: it
 * follows from desks and staff.
 *
 * @param slot how long one time is; it divides an hour
 * @param places persons who can come at each time
 * @param siriPlaces how many of them can come for a residence document, which SIRI's own desk gives; a family that
 *     wants to come together needs a place for each
 * @param ahead how far ahead free times are shown, and citizens choose one
 * @param changeUntil how long before the appointment the citizen may change or cancel it at the latest
 * @param noShows after so many times that a citizen has stayed away, a person agrees on the next time
 * @param offerAfter how long a case waits for an appointment before the citizen is asked by mail to choose one: whoever
 *     stands at the desk gets one at once
 */
@ConfigurationProperties("ics.desk")
record DeskProperties(
        @DefaultValue("PT15M") Duration slot,
        @DefaultValue("8") int places,
        @DefaultValue("4") int siriPlaces,
        @DefaultValue("P30D") Period ahead,
        @DefaultValue("PT2H") Duration changeUntil,
        @DefaultValue("2") int noShows,
        @DefaultValue("PT15M") Duration offerAfter) {

    DeskProperties {
        if (slot.isZero() || slot.isNegative() || Duration.ofHours(1).toSeconds() % slot.toSeconds() != 0) {
            throw new IllegalArgumentException("ics.desk.slot has to divide an hour");
        }
        if (places < 1) {
            throw new IllegalArgumentException("ics.desk.places is how many can come at a time, at least 1");
        }
        if (siriPlaces < 0 || noShows < 1 || changeUntil.isNegative() || offerAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "ics.desk.siri-places, no-shows, change-until and offer-after cannot be negative, no-shows not 0");
        }
    }
}
