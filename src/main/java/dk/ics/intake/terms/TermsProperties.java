package dk.ics.intake.terms;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.registration}: what no statute says and each municipality may decide.
 *
 * @param documentMonths how old an EU residence document may be when the move is registered (practice of
 *     international.aarhus.dk)
 * @param notificationOnWorkingDay whether the last day for notification moves to the next working day; no source says
 *     that it does
 */
@ConfigurationProperties("ics.registration")
public record TermsProperties(
        @DefaultValue("6") int documentMonths,
        @DefaultValue("false") boolean notificationOnWorkingDay) {

    public TermsProperties {
        if (documentMonths < 1) {
            throw new IllegalArgumentException("ics.registration.document-months: at least 1");
        }
    }
}
