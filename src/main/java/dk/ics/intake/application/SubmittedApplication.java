package dk.ics.intake.application;

import java.util.List;

/**
 * A checked application of one or more persons who move in together; each becomes an own case.
 *
 * @param contentSha256 of what was understood, hexadecimal; the same for two applications that say the same
 */
public record SubmittedApplication(List<SubmittedPerson> persons, String contentSha256) {

    /** Masked. */
    @Override
    public String toString() {
        return "SubmittedApplication[" + persons.size() + " persons]";
    }
}
