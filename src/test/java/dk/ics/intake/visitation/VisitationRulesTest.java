package dk.ics.intake.visitation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.Problems;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisitationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void takesACompletePersonOfAnyName() {
        Map<String, Object> person = person();
        person.remove("givenNames");
        person.put("familyName", "Ștefăniță-Łukaszewicz Ó Súilleabháin y Ñandú");
        assertThat(problems(person)).isEmpty();
    }

    @Test
    void refusesDatesThatCannotBe() {
        assertThat(problems(with("birthDate", TODAY.plusDays(1)))).contains("birthDate");
        assertThat(problems(with("birthDate", TODAY.minusYears(121)))).containsExactly("birthDate");
        assertThat(problems(with("arrivalDate", LocalDate.of(1980, 1, 1)))).containsExactly("arrivalDate");
        assertThat(problems(with("arrivalDate", TODAY.plusYears(1).plusDays(1))))
                .containsExactly("arrivalDate");
        assertThat(problems(with("plannedDepartureDate", LocalDate.of(2026, 10, 1))))
                .containsExactly("plannedDepartureDate");
        assertThat(problems(with("maritalStatusDate", TODAY.plusDays(1)))).containsExactly("maritalStatusDate");
    }

    @Test
    void takesADanishNumberWithoutModulus11ButNotOneWithoutADate() {
        assertThat(problems(with("danishPersonalNumber", "610190-1000"))).isEmpty();
        assertThat(problems(with("danishPersonalNumber", "991390-1000"))).containsExactly("danishPersonalNumber");
    }

    @Test
    void asksForTheParticularsOfSection20BeforeAPersonIsAskedToCome() {
        Map<String, Object> person = person();
        person.remove("postalCode");
        person.remove("maritalStatus");
        assertThat(problems(person)).containsExactlyInAnyOrder("postalCode", "maritalStatus");

        person.put("assessmentOutcome", "documentsMissing");
        assertThat(problems(person)).isEmpty();
    }

    @Test
    void asksForNoAddressOfWhoStaysThreeMonths() {
        Map<String, Object> person = person();
        person.remove("postalCode");
        person.put("plannedStay", "upToThreeMonths");
        assertThat(problems(person)).isEmpty();
    }

    @Test
    void asksForTheIdentityDocumentBeforeAPersonIsAskedToCome() {
        Map<String, Object> person = person();
        person.remove("identityDocumentNumber");
        assertThat(problems(person)).containsExactly("identityDocumentNumber");
    }

    @Test
    void putsChosenServicesInTheirOrderWithTheControlThatANumberTakes() {
        assertThat(ChosenServices.of(ChosenServices.rows(List.of("taxCard", "cprNumber", "taxCard"))))
                .containsExactly("identityControl", "cprNumber", "taxCard");
        assertThat(ChosenServices.of(null)).isEmpty();
    }

    @Test
    void choosesNoServiceThatNeedsARegistrationWithoutIt() {
        assertThat(chosen(List.of("mitId"))).containsExactly("chosenServices");
        assertThat(chosen(List.of("healthCard", "taxCard"))).containsExactly("chosenServices");
        assertThat(chosen(List.of("cprNumber", "healthCard", "mitId"))).isEmpty();
        assertThat(chosen(List.of("guidance"))).isEmpty();
    }

    @Test
    void choosesAtLeastOneServiceOrRefers() {
        assertThat(chosen(List.of())).containsExactly("assessmentOutcome");
    }

    @Test
    void remindsOfApostilleOnlyWhereACertificateComesFromACountryThatNeedsIt() {
        CertificateNotes notes = new CertificateNotes(
                new CertificateProperties(true, "dansk, engelsk eller tysk", Set.of("POL", "DEU", "SWE")));
        assertThat(notes.note(List.of("passport", "marriageCertificate"), Map.of("birthCountry", "POL")))
                .hasValueSatisfying(note ->
                        assertThat(note).contains("autoriseret oversættelse").doesNotContain("apostille"));
        assertThat(notes.note(List.of("birthCertificate"), Map.of("birthCountry", "UKR", "citizenship", "UKR")))
                .hasValueSatisfying(note ->
                        assertThat(note).endsWith("Attester fra Ukraine skal have apostille eller" + " legalisering."));
        assertThat(notes.note(List.of("passport"), Map.of("birthCountry", "UKR")))
                .isEmpty();
    }

    private static List<String> chosen(List<String> services) {
        Problems problems = new Problems(Map.of());
        ChosenServices.check(problems, services, "Reglerne kan ikke afgøre sagen.");
        return problems.found().stream().map(FieldProblem::key).toList();
    }

    @Test
    void opensAsTheHouseSays() {
        OpeningHours hours = new OpeningHours(true, "09:00-15:00", "", "11:00-17:00", "09:00-15:00", "09:00-14:00");
        assertThat(hours.isOpen(DayOfWeek.MONDAY, LocalTime.of(9, 0))).isTrue();
        assertThat(hours.isOpen(DayOfWeek.MONDAY, LocalTime.of(15, 0))).isFalse();
        assertThat(hours.isOpen(DayOfWeek.TUESDAY, LocalTime.of(12, 0))).isFalse();
        assertThat(hours.isOpen(DayOfWeek.SUNDAY, LocalTime.of(12, 0))).isFalse();
        assertThat(hours.inDanish())
                .isEqualTo("Åbent mandag kl. 09.00–15.00, tirsdag lukket, onsdag kl. 11.00–17.00,"
                        + " torsdag kl. 09.00–15.00 og fredag kl. 09.00–14.00.");
    }

    @Test
    void namesPapersInDanish() {
        assertThat(Papers.names("proofOfAddress,marriageCertificate")).doesNotContain("proof");
        assertThat(Papers.names(null)).isEmpty();
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> person = person();
        person.put(key, value);
        return person;
    }

    private static List<String> problems(Map<String, Object> values) {
        return AssessApplicationRule.problems(values, TODAY).found().stream()
                .map(FieldProblem::key)
                .toList();
    }

    private static Map<String, Object> person() {
        Map<String, Object> person = new HashMap<>();
        person.put("assessmentOutcome", "accepted");
        person.put("familyName", "Müller");
        person.put("givenNames", "Anna");
        person.put("birthDate", LocalDate.of(1990, 4, 3));
        person.put("arrivalDate", LocalDate.of(2026, 11, 1));
        person.put("plannedStay", "overSixMonths");
        person.put("identityDocumentType", "passport");
        person.put("identityDocumentState", "DEU");
        person.put("identityDocumentNumber", "C01X00T47");
        person.put("identityDocumentExpiry", LocalDate.of(2031, 1, 31));
        person.put("previousAddress", "Lange Straße 1, Kiel");
        person.put("previousCountry", "DEU");
        person.put("addressLine", "Nyropsgade 1");
        person.put("postalCode", "1602");
        person.put("city", "København V");
        person.put("housingBasis", "rental");
        person.put("maritalStatus", "unmarried");
        return person;
    }
}
