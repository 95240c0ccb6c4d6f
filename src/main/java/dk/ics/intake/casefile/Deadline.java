package dk.ics.intake.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day by which something must have happened in a case.
 *
 * @param code what must have happened, for example {@code documents}
 * @param due the last day, Danish time
 * @param metAt when it happened, or null
 */
public record Deadline(
        CaseReference reference,
        String code,
        LocalDate due,
        @Nullable Instant metAt) {}
