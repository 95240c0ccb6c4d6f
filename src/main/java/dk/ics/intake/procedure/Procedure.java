package dk.ics.intake.procedure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of the written procedure.
 *
 * @param version what every control that follows it records
 * @param changes what is new in it, for those who work by it
 * @param decisionVersion the version of the decision {@code minimumRequirements} it follows, or null for the six fixed
 *     requirements that stood in the form before there was a decision
 * @param validFrom its first day, Danish time; it holds until the next one begins
 * @param putInForceBy the supervisor, or null for what was in force when the register came
 */
public record Procedure(
        String version,
        String title,
        String changes,
        @Nullable Integer decisionVersion,
        LocalDate validFrom,
        @Nullable String putInForceBy,
        @Nullable Instant putInForceAt) {}
