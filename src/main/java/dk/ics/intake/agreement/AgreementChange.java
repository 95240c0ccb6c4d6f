package dk.ics.intake.agreement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement became, when and through whom.
 *
 * @param act {@code concluded} or {@code changed}
 */
public record AgreementChange(
        Instant at,
        String userId,
        String act,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String reservation) {}
