package dk.ics.intake.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A supervision and how far it is.
 *
 * @param seed what the order of the sample was made of
 * @param startedBy the supervisor who started it, or null for the timer
 * @param population how many controls the period has
 * @param items how many of them were drawn
 * @param closed how many of those are reviewed with nothing left to follow up
 */
public record Supervision(
        long number,
        LocalDate periodFrom,
        LocalDate periodTo,
        String seed,
        boolean seedGiven,
        int sampleVersion,
        int population,
        @Nullable String startedBy,
        Instant drawnAt,
        @Nullable Instant endedAt,
        int items,
        int reviewed,
        int findings,
        int closed) {}
