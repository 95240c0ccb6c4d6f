package dk.ics.intake.identity;

import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the machine readable zone with its own check digits and with what the form says of document and person. */
final class ReadZone {

    private static final Map<Mrz.Fault, String> FAULTS = Map.of(
            Mrz.Fault.SHAPE,
            "Der skal være to linjer med 44 tegn (pas), to med 36 eller tre med 30 (id-kort) – kun store bogstaver, tal og <.",
            Mrz.Fault.NUMBER,
            "Kontrolcifferet for dokumentets nummer passer ikke. Læs linjerne igen.",
            Mrz.Fault.BIRTH_DATE,
            "Kontrolcifferet for fødselsdatoen passer ikke. Læs linjerne igen.",
            Mrz.Fault.EXPIRY,
            "Kontrolcifferet for udløbsdatoen passer ikke. Læs linjerne igen.",
            Mrz.Fault.OPTIONAL,
            "Kontrolcifferet for personnummeret i linjerne passer ikke. Læs linjerne igen.",
            Mrz.Fault.COMPOSITE,
            "Det samlede kontrolciffer til sidst i linjen passer ikke. Læs linjerne igen.");

    private ReadZone() {}

    /** Adds what disagrees. */
    static void check(Problems problems, String text, Map<String, Object> values, @Nullable LocalDate born) {
        Set<Mrz.Fault> faults = Mrz.faults(text);
        if (!faults.isEmpty()) {
            problems.when(true, "mrz", FAULTS.getOrDefault(faults.iterator().next(), "Læs linjerne igen."));
            return;
        }
        Mrz mrz = Mrz.parse(text);
        problems.when(
                        values.get("identityDocumentNumber") instanceof String number && !mrz.hasNumber(number),
                        "identityDocumentNumber",
                        "Nummeret er et andet end i de maskinlæsbare linjer.")
                .when(
                        values.get("identityDocumentState") instanceof String state
                                && !mrz.issuingState().equals(state),
                        "identityDocumentState",
                        "Landet er et andet end i de maskinlæsbare linjer.")
                .when(
                        values.get("identityDocumentExpiry") instanceof LocalDate expiry && !mrz.hasExpiry(expiry),
                        "identityDocumentExpiry",
                        "Udløbsdatoen er en anden end i de maskinlæsbare linjer.")
                .when(
                        born != null && !mrz.hasBirthDate(born),
                        "mrz",
                        "Fødselsdatoen i linjerne er en anden end borgerens i sagen.");
    }
}
