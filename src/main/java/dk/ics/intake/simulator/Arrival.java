package dk.ics.intake.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One arrival in the books, doubles included. */
public record Arrival(
        String authority, String operation, @Nullable String idempotencyKey, String body, Instant arrivedAt) {}
