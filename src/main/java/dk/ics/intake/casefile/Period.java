package dk.ics.intake.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whole days from the first to the last, both included.
 *
 * @param from the first day
 * @param to the last day, or null while it has no end
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

    /** @throws IllegalArgumentException if the last day lies before the first */
    public Period {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on or after its first day");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Masked: the dates may be a person's. */
    @Override
    public String toString() {
        return "Period[****]";
    }
}
