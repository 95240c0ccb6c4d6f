package dk.ics.intake.identity;

import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has always been asked of a control: the six fixed requirements of the first form, those of the second look, and a
 * document that is valid (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 1).
 */
final class MinimumRequirements {

    static final List<String> FIRST = List.of(
            "personPresent", "originalPresented", "documentGenuine", "photoMatches", "detailsMatch", "documentLegible");
    static final List<String> SECOND =
            List.of("secondOriginalPresented", "secondDocumentGenuine", "secondPhotoMatches", "secondDetailsMatch");

    static final String EXPIRED = "Dokumentet er udløbet, så identiteten kan ikke godkendes på det.";

    private MinimumRequirements() {}

    /** What stands against an approval: an unmet requirement or an expired document. */
    static Problems againstApproval(Map<String, Object> values, List<String> requirements, LocalDate today) {
        return new Problems(values)
                .unmet(requirements, "Identiteten kan ikke godkendes, når kravet ikke er opfyldt.")
                .when(expired(values.get("identityDocumentExpiry"), today), "identityDocumentExpiry", EXPIRED);
    }

    /** Whether the day of expiry has passed; a document without one is not known to be valid. */
    static boolean expired(@Nullable Object expiry, LocalDate today) {
        return !(expiry instanceof LocalDate day) || day.isBefore(today);
    }
}
