package dk.ics.intake.visitation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void startsWhatTheDecisionGives() {
        assertThat(reasonNotToStart("0101", true, "overSixMonths", "18plus", false))
                .isEmpty();
        assertThat(reasonNotToStart("0147", true, "upToThreeMonths", "13to14", true))
                .isEmpty();
    }

    @Test
    void startsNothingForAMunicipalityThatIsNotServed() {
        assertThat(reasonNotToStart("0851", false, "overSixMonths", "18plus", true))
                .contains("Borgerens kommune er ikke med i samarbejdet. Vælg at henvise borgeren.");
        assertThat(reasonNotToStart("0000", false, "overSixMonths", "18plus", true))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("Borgerens kommune er ikke kendt"));
    }

    @Test
    void startsNothingForThreeMonthsWithoutATaxCardOrForAChildAsWorker() {
        assertThat(reasonNotToStart("0101", true, "upToThreeMonths", "18plus", false))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("Borgeren bliver højst tre måneder og søger ikke skattekort, så der er ingen"
                                + " ydelser at sætte i gang."));
        assertThat(reasonNotToStart("0101", true, "overSixMonths", "under13", true))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("Borgeren er under 13 år"));
    }

    private static Optional<String> reasonNotToStart(
            String municipality, boolean served, String stay, String age, boolean wantsTaxCard) {
        return NothingToStart.reason(
                new MunicipalityCode(municipality),
                new VisitationFacts.Facts("euWorker", "phone", served, stay, age, false, wantsTaxCard, true));
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
        return AssessApplicationRule.problems(values, TODAY).stream()
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
