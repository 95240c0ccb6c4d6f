package dk.ics.intake.healthcard;

import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.health-card.delivery}: when somebody looks after a card that has not come.
 *
 * @param days days the post takes
 * @param claimDays days from the order within which it can be claimed as not received
 * @param againWorkingDays working days until somebody looks again after that
 */
@ConfigurationProperties("ics.health-card.delivery")
record DeliveryTimes(
        @DefaultValue("14") int days,
        @DefaultValue("60") int claimDays,
        @DefaultValue("5") int againWorkingDays) {

    /** First after the post's days, then on the last day for a claim, then every few working days. */
    LocalDate next(LocalDate orderedOn, DanishCalendar calendar) {
        LocalDate today = calendar.today();
        LocalDate expected = orderedOn.plusDays(days);
        LocalDate lastClaim = orderedOn.plusDays(claimDays);
        if (today.isBefore(expected)) {
            return expected;
        }
        return today.isBefore(lastClaim) ? lastClaim : calendar.plusWorkingDays(today, againWorkingDays);
    }
}
