package dk.ics.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.FieldProblem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate ARRIVAL = LocalDate.of(2026, 11, 1);

    @Test
    void registersFromArrivalWhenTheDocumentIsOlder() {
        assertThat(decide(values(ARRIVAL.minusDays(3), ARRIVAL), known())).isEmpty();
    }

    @Test
    void registersFromTheDocumentsIssueAtTheEarliest() {
        assertThat(decide(values(ARRIVAL.plusDays(5), ARRIVAL), known())).containsExactly("registrationDate");
        assertThat(decide(values(ARRIVAL.plusDays(5), ARRIVAL.plusDays(5)), known()))
                .isEmpty();
    }

    @Test
    void doesNotRegisterAheadOfArrivalNorIntoTheFuture() {
        Map<String, Object> known = known();
        known.put("arrivalDate", TODAY.plusDays(1));
        assertThat(decide(values(ARRIVAL, TODAY.plusDays(1)), known))
                .containsExactly("registrationOutcome", "registrationDate");
    }

    @Test
    void givesNoRegistrationForAStayOfThreeMonths() {
        Map<String, Object> known = known();
        known.put("plannedStay", "upToThreeMonths");
        assertThat(decide(values(ARRIVAL, ARRIVAL), known)).containsExactly("registrationOutcome");
    }

    @Test
    void takesNoResidenceDocumentOlderThanSixMonthsOrFromTheFuture() {
        assertThat(decide(values(TODAY.minusMonths(6), ARRIVAL), known())).isEmpty();
        assertThat(decide(values(TODAY.minusMonths(6).minusDays(1), ARRIVAL), known()))
                .containsExactly("residenceIssuedOn");
        assertThat(decide(values(TODAY.plusDays(1), ARRIVAL), known())).contains("residenceIssuedOn");
    }

    @Test
    void takesARefusalWithoutAnyOfThis() {
        assertThat(DecideRegistrationRule.problems(
                        Map.of("registrationOutcome", "refuse"), Map.of("plannedStay", "upToThreeMonths"), TODAY, 6))
                .isEmpty();
    }

    @Test
    void needsAProvenDwelling() {
        Map<String, Object> values = values(ARRIVAL, ARRIVAL);
        values.put("housingProven", "notMet");
        assertThat(decide(values, known())).containsExactly("housingProven");
    }

    @Test
    void aNumberAgreesWithBirthDateAndSex() {
        Map<String, Object> known = Map.of("birthDate", LocalDate.of(1990, 4, 3), "sex", "female");
        assertThat(record("630490-1000", known)).isEmpty();
        assertThat(record("630490-1001", known)).singleElement().asString().contains("køn");
        assertThat(record("640490-1000", known)).singleElement().asString().contains("fødselsdato");
        assertThat(record("999999-9999", known)).singleElement().isEqualTo(Numbers.NO_NUMBER);
    }

    @Test
    void anExistingNumberIsUsedAgain() {
        Map<String, Object> known = Map.of(
                "birthDate", LocalDate.of(1990, 4, 3),
                "existingNumber", "6304901000",
                "existingNumberDecision", "samePerson");
        assertThat(record("6304901000", known)).isEmpty();
        assertThat(record("6304901002", known)).singleElement().asString().contains("skal bruges igen");
    }

    private static List<String> decide(Map<String, Object> values, Map<String, Object> known) {
        return DecideRegistrationRule.problems(values, known, TODAY, 6).stream()
                .map(FieldProblem::key)
                .toList();
    }

    private static List<String> record(String number, Map<String, Object> known) {
        return RecordCprNumberRule.problems(Map.of("cprNumber", number), known).stream()
                .map(FieldProblem::message)
                .toList();
    }

    private static Map<String, Object> values(LocalDate issued, LocalDate from) {
        return new HashMap<>(Map.of(
                "registrationOutcome",
                "register",
                "housingProven",
                "met",
                "residenceIssuedOn",
                issued,
                "registrationDate",
                from));
    }

    private static Map<String, Object> known() {
        return new HashMap<>(Map.of("arrivalDate", ARRIVAL, "plannedStay", "overSixMonths"));
    }
}
