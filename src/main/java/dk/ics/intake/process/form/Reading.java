package dk.ics.intake.process.form;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading one entry.
 *
 * @param value what was entered, null for an empty field
 * @param problem a Danish sentence why it cannot be taken, or null
 */
record Reading(@Nullable Object value, @Nullable String problem) {

    static final Reading EMPTY = new Reading(null, null);

    static Reading of(Object value) {
        return new Reading(value, null);
    }

    static Reading refused(String problem) {
        return new Reading(null, problem);
    }

    boolean isRefused() {
        return problem != null;
    }

    /** @throws NullPointerException if nothing was entered */
    Object entered() {
        return Objects.requireNonNull(value);
    }

    String reason() {
        return Objects.requireNonNull(problem);
    }

    /** Masked: an entry may be a person's. */
    @Override
    public String toString() {
        return isRefused() ? "Reading[refused]" : "Reading[taken]";
    }
}
