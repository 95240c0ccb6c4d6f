package dk.ics.intake.agreement;

import dk.ics.intake.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is agreed in one go: each of the services for each of the categories. */
public record AgreementEntry(
        MunicipalityCode municipality,
        List<String> categories,
        List<String> services,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String reservation) {}
