package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CprNumber;
import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold of a person's particulars, whoever enters them (CPR-loven § 20). */
final class PersonParticulars {

    private static final int OLDEST = 120;
    private static final List<String> REGISTRATION = List.of(
            "previousAddress", "previousCountry", "addressLine", "postalCode", "city", "housingBasis", "maritalStatus");
    private static final List<String> DOCUMENT = List.of(
            "identityDocumentType", "identityDocumentState", "identityDocumentNumber", "identityDocumentExpiry");

    private PersonParticulars() {}

    /** Dates that cannot be, and a Danish number that is none. */
    static Problems plausible(Map<String, Object> values, LocalDate today) {
        LocalDate born = day(values, "birthDate");
        LocalDate arrival = day(values, "arrivalDate");
        return new Problems(values)
                .when(after(born, today), "birthDate", "Fødselsdatoen ligger i fremtiden.")
                .when(
                        after(today.minusYears(OLDEST), born),
                        "birthDate",
                        "Fødselsdatoen ligger mere end 120 år tilbage. Kontrollér året.")
                .when(after(born, arrival), "arrivalDate", "Indrejsen kan ikke ligge før fødslen.")
                .when(
                        after(arrival, today.plusYears(1)),
                        "arrivalDate",
                        "Indrejsen ligger mere end et år fremme. Kontrollér datoen.")
                .when(
                        after(arrival, day(values, "plannedDepartureDate")),
                        "plannedDepartureDate",
                        "Udrejsen kan ikke ligge før indrejsen.")
                .when(
                        after(day(values, "maritalStatusDate"), today),
                        "maritalStatusDate",
                        "Datoen for civilstanden ligger i fremtiden.")
                .when(
                        after(born, day(values, "maritalStatusDate")),
                        "maritalStatusDate",
                        "Datoen for civilstanden kan ikke ligge før fødslen.")
                .when(
                        !isNumber(values.get("danishPersonalNumber")),
                        "danishPersonalNumber",
                        "Det er ikke et dansk personnummer. De første seks cifre er en dato, fx 020390-1234.");
    }

    /** What CPR-loven § 20 asks of a person who is to be registered as resident, and what the identity control needs. */
    static Problems complete(Problems problems, Map<String, Object> values) {
        problems.missing(DOCUMENT, "Skal udfyldes, før borgeren kan indkaldes til identitetskontrol.");
        if (!"upToThreeMonths".equals(values.get("plannedStay"))) {
            problems.missing(REGISTRATION, "Skal udfyldes, når borgeren skal bopælsregistreres (CPR-loven § 20).");
        }
        return problems;
    }

    private static boolean isNumber(@Nullable Object text) {
        if (text == null) {
            return true;
        }
        try {
            CprNumber.parse(text.toString());
            return true;
        } catch (IllegalArgumentException noNumber) {
            return false;
        }
    }

    private static boolean after(@Nullable LocalDate later, @Nullable LocalDate earlier) {
        return later != null && earlier != null && later.isAfter(earlier);
    }

    private static @Nullable LocalDate day(Map<String, Object> values, String key) {
        return (LocalDate) values.get(key);
    }
}
