package dk.ics.intake.evidence;

import org.jspecify.annotations.Nullable;

/** Knows who acts in this thread. */
@FunctionalInterface
public interface Actor {

    String SYSTEM = "system";

    /** The authenticated user, or null if the application acts by itself. */
    @Nullable
    String userId();
}
