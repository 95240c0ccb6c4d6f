package dk.ics.intake.casefile;

import java.time.Instant;

/**
 * What a caseworker wrote down about a case.
 *
 * @param userId who wrote it
 * @param text as it was written; never markup
 */
public record Note(Instant at, String userId, String text) {

    /** Masked: it is about a person. */
    @Override
    public String toString() {
        return "Note[" + at + "]";
    }
}
