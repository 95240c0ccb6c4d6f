package dk.ics.intake.terms;

import org.jspecify.annotations.Nullable;

/**
 * What the tables {@code registrationClaim} and {@code residenceBasis} say of a citizen.
 *
 * @param claim {@code none}, {@code right}, {@code duty} or {@code unknown}
 * @param basis {@code euDocument}, {@code residenceCard}, {@code permit}, {@code none} or {@code unknown}
 * @param neededAfterMonths months from arrival until the document must have been applied for; null if it is needed
 *     before arrival or not at all
 * @param biometrics whether a face photo and fingerprints are taken for it
 */
public record Terms(String claim, String basis, @Nullable Integer neededAfterMonths, boolean biometrics) {

    /** Whether a document or permit has to be there before the move is registered. */
    public boolean needsDocument() {
        return !basis.equals("none");
    }

    /** Whether the document is one of SIRI's under the EU rules, which must be a new one (practice). */
    public boolean needsEuDocument() {
        return basis.equals("euDocument") || basis.equals("residenceCard");
    }

    /** Right or duty as the caseworker reads it. */
    public String claimInDanish() {
        return switch (claim) {
            case "none" -> "Ingen ret (højst 3 måneder)";
            case "right" -> "Ret, men ikke pligt";
            case "duty" -> "Pligt";
            default -> "Kan ikke afgøres: opholdets længde er ikke kendt";
        };
    }
}
