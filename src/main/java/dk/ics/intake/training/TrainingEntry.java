package dk.ics.intake.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A course passed that is to be recorded.
 *
 * @param validUntil the last day, or null for as long as the course holds
 */
public record TrainingEntry(
        String userId,
        String course,
        LocalDate completedOn,
        @Nullable LocalDate validUntil) {}
