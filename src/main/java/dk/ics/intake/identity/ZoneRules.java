package dk.ics.intake.identity;

import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an approval asks of the machine readable zone: its own check digits, and what the form says of the document. The
 * document's own fields are put right in the form, so they have to agree with it. A birth date is put right in the case:
 * the number that follows begins with it (folkeregistreringsbekendtgørelsen § 1 stk. 1).
 */
final class ZoneRules {

    private ZoneRules() {}

    static void add(Problems problems, Map<String, Object> values, @Nullable LocalDate born) {
        problems.when(
                "passport".equals(values.get("identityDocumentType")) && "none".equals(values.get("mrzReading")),
                "mrzReading",
                "Et pas har altid maskinlæsbare linjer. Læs dem, eller vælg tvivl.");
        if (values.get("mrz") instanceof String text) {
            List<String> faults = ZoneFaults.of(text);
            problems.when(!faults.isEmpty(), "mrz", String.join(" ", faults));
            if (faults.isEmpty()) {
                compare(problems, Mrz.parse(text), values, born);
            }
        }
    }

    private static void compare(Problems problems, Mrz mrz, Map<String, Object> values, @Nullable LocalDate born) {
        problems.when(
                        values.get("identityDocumentNumber") instanceof String number && !mrz.hasNumber(number),
                        "identityDocumentNumber",
                        "Nummeret er et andet end i de maskinlæsbare linjer.")
                .when(
                        values.get("identityDocumentState") instanceof String state
                                && !mrz.issuingState().equals(state)
                                && !new ZoneCountry(mrz.issuingState())
                                        .inApplication()
                                        .equals(state),
                        "identityDocumentState",
                        "Landet er et andet end i de maskinlæsbare linjer.")
                .when(
                        values.get("identityDocumentExpiry") instanceof LocalDate expiry && !mrz.hasExpiry(expiry),
                        "identityDocumentExpiry",
                        "Udløbsdatoen er en anden end i de maskinlæsbare linjer.")
                .when(
                        born != null && !mrz.hasBirthDate(born),
                        "mrz",
                        "Fødselsdatoen i linjerne er en anden end borgerens i sagen. Vælg tvivl, eller få den rettet først.");
    }
}
