package dk.ics.intake.search;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case that fits: as much as it takes to tell it from another, and no more (databeskyttelsesforordningen art. 5
 * stk. 1 litra c).
 *
 * @param name given names before the family name; empty while the person is not entered
 * @param status {@code open}, {@code closed} or {@code moved}
 * @param asWritten whether the name is spelled as it was looked for; false for one that only sounds like it
 */
public record Hit(
        CaseReference reference,
        String name,
        @Nullable LocalDate birthDate,
        MunicipalityCode municipality,
        String status,
        Instant openedAt,
        boolean asWritten) {

    /** Masked: only the reference. */
    @Override
    public String toString() {
        return "Hit[" + reference + "]";
    }
}
