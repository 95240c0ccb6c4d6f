package dk.ics.intake.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's journal (offentlighedsloven § 15: date and short thematic description).
 *
 * @param actCode id of the BPMN task or service
 * @param changedKeys keys of the fields that were changed, never their values
 */
public record JournalEntry(
        Instant at,
        String userId,
        String actCode,
        @Nullable String outcome,
        String description,
        List<String> changedKeys) {

    /** Masked: the description is free text. */
    @Override
    public String toString() {
        return "JournalEntry[" + at + ", " + actCode + ", " + changedKeys + "]";
    }
}
