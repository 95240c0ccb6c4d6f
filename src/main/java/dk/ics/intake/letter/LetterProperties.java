package dk.ics.intake.letter;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code ics.letters}: who writes, and where the citizen is asked to come.
 *
 * @param from the office's mail address
 * @param officeName name of the office
 * @param officeAddress street, number, postal code and city
 */
@ConfigurationProperties("ics.letters")
record LetterProperties(String from, String officeName, String officeAddress) {

    LetterProperties(@Nullable String from, @Nullable String officeName, @Nullable String officeAddress) {
        this.from = required("from", from);
        this.officeName = required("office-name", officeName);
        this.officeAddress = required("office-address", officeAddress);
        if (this.from.indexOf('@') < 1) {
            throw new IllegalArgumentException("ics.letters.from is no mail address");
        }
    }

    /** What the ids of our mails end with. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("ics.letters." + name + " is missing");
        }
        return value;
    }
}
