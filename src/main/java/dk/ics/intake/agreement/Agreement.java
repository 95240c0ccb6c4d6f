package dk.ics.intake.agreement;

import dk.ics.intake.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One service that a municipality has left to ICS for one category of citizens.
 *
 * @param validFrom the first day, Danish time
 * @param validTo the last day, or null while no end is agreed
 * @param reservation the agreement's own words where it holds for some of these citizens only, or null
 */
public record Agreement(
        UUID id,
        MunicipalityCode municipality,
        String category,
        String service,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String reservation) {}
