package dk.ics.intake.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.deadlines}: how long we wait, in working days.
 *
 * @param documentReminder until the citizen is reminded of missing papers
 * @param documentsClosed until the case is shelved without them
 * @param siriOverdue until a caseworker asks SIRI, which takes up to 30 days when the case is complete
 * @param taxReceiptOverdue until a caseworker asks Skattestyrelsen for its receipt
 * @param nidcOverdue until a specialist asks NIDC for its answer; how long NIDC takes is not published
 * @param groupChoice until a citizen who has not chosen is in group 1
 * @param mitIdReturn how much later than agreed a citizen may come again for MitID
 */
@ConfigurationProperties("ics.deadlines")
record DeadlineProperties(
        @DefaultValue("7") int documentReminder,
        @DefaultValue("15") int documentsClosed,
        @DefaultValue("20") int siriOverdue,
        @DefaultValue("5") int taxReceiptOverdue,
        @DefaultValue("20") int nidcOverdue,
        @DefaultValue("10") int groupChoice,
        @DefaultValue("10") int mitIdReturn) {

    DeadlineProperties {
        if (documentReminder < 1
                || documentsClosed <= documentReminder
                || siriOverdue < 1
                || taxReceiptOverdue < 1
                || nidcOverdue < 1
                || groupChoice < 1
                || mitIdReturn < 1) {
            throw new IllegalArgumentException(
                    "ics.deadlines: each at least 1, and documents-closed after document-reminder");
        }
    }
}
