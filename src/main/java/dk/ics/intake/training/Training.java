package dk.ics.intake.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course that an employee has passed.
 *
 * @param course code of the course
 * @param validUntil its last day, Danish time
 * @param revoked why it never held, or null
 */
public record Training(
        UUID id,
        String userId,
        String course,
        LocalDate completedOn,
        LocalDate validUntil,
        String recordedBy,
        Instant recordedAt,
        @Nullable String revoked) {

    /** Whether it holds on that day. */
    public boolean isValidOn(LocalDate day) {
        return revoked == null && !validUntil.isBefore(day);
    }
}
