package dk.ics.intake.supervision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.supervision}: when the supervision begins and how long its steps may take. How often and how soon is not said
 * by law but by the municipality's own procedure.
 *
 * @param cycle when it begins by itself, as a cron expression; it then waits for the month's first working day
 * @param reviewWorkingDays until a control that was drawn shall be reviewed
 * @param closeWorkingDays until a finding shall be closed after it was followed up
 */
@ConfigurationProperties("ics.supervision")
public record SupervisionProperties(
        @DefaultValue("0 0 6 1 * ?") String cycle,
        @DefaultValue("15") int reviewWorkingDays,
        @DefaultValue("5") int closeWorkingDays) {

    public SupervisionProperties {
        if (reviewWorkingDays < 1 || closeWorkingDays < 1) {
            throw new IllegalArgumentException("ics.supervision: each number of working days at least 1");
        }
    }
}
