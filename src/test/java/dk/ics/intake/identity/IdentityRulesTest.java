package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.FieldProblem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate BORN = LocalDate.of(1990, 4, 3);

    @Test
    void approvesWhenEveryRequirementIsMetAndTheZoneAgrees() {
        assertThat(first(approved())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "personPresent",
                "originalPresented",
                "documentGenuine",
                "photoMatches",
                "detailsMatch",
                "documentLegible"
            })
    void noApprovalWithAnUnmetRequirement(String requirement) {
        Map<String, Object> values = approved();
        values.put(requirement, "notMet");
        assertThat(keys(first(values))).containsExactly(requirement);

        values.remove(requirement);
        assertThat(keys(first(values))).containsExactly(requirement);
    }

    @Test
    void noApprovalOfAnExpiredDocument() {
        Map<String, Object> values = approved();
        values.put("identityDocumentExpiry", TODAY.minusDays(1));
        assertThat(keys(first(values))).contains("identityDocumentExpiry");
    }

    @Test
    void aDocumentIsValidThroughItsLastDay() {
        assertThat(MinimumRequirements.expired(TODAY, TODAY)).isFalse();
        assertThat(MinimumRequirements.expired(TODAY.minusDays(1), TODAY)).isTrue();
        assertThat(MinimumRequirements.expired(null, TODAY)).isTrue();
    }

    @Test
    void noApprovalWhenTheZoneDisagreesWithNumberCountryOrBirthDate() {
        Map<String, Object> values = approved();
        values.put("identityDocumentNumber", "C01X00T48");
        assertThat(keys(first(values))).containsExactly("identityDocumentNumber");

        values = approved();
        values.put("identityDocumentState", "FRA");
        assertThat(keys(first(values))).containsExactly("identityDocumentState");

        assertThat(keys(FormerControl.problems(approved(), BORN.plusDays(1), TODAY)))
                .containsExactly("mrz");
    }

    @Test
    void noApprovalWhenACheckDigitIsWrong() {
        Map<String, Object> values = approved();
        values.computeIfPresent("mrz", (key, lines) -> lines.toString().replaceFirst("(C01X00T47)[0-9]", "$1X"));
        assertThat(first(values))
                .singleElement()
                .extracting(FieldProblem::message)
                .asString()
                .contains("Kontrolcifferet for dokumentets nummer");
    }

    @Test
    void aPassportAlwaysHasAZone() {
        Map<String, Object> values = approved();
        values.remove("mrz");
        values.put("mrzReading", "none");
        assertThat(keys(first(values))).containsExactly("mrzReading");

        values.put("identityDocumentType", "identityCard");
        assertThat(first(values)).isEmpty();
    }

    @Test
    void doubtIsTakenWhateverIsUnmet() {
        Map<String, Object> values = approved();
        values.put("identityOutcome", "doubt");
        values.put("photoMatches", "notMet");
        values.put("mrz", "X");
        assertThat(first(values)).isEmpty();
    }

    @Test
    void nobodyTakesTheSecondLookAtTheOwnControl() {
        assertThat(ExamineDoubtRule.problems(second("refusalConsidered"), true, TODAY))
                .singleElement()
                .isEqualTo(new FieldProblem("doubtOutcome", FirstControl.FOUR_EYES));
        assertThat(ExamineDoubtRule.problems(second("approved"), false, TODAY)).isEmpty();
    }

    @Test
    void theSecondLookApprovesNeitherAForgeryNorAnUnmetRequirement() {
        Map<String, Object> values = second("approved");
        values.put("nidcStatement", "forged");
        assertThat(keys(ExamineDoubtRule.problems(values, false, TODAY))).containsExactly("doubtOutcome");

        values = second("approved");
        values.put("secondPhotoMatches", "notMet");
        assertThat(keys(ExamineDoubtRule.problems(values, false, TODAY))).containsExactly("secondPhotoMatches");
    }

    @Test
    void noRefusalBeforeTheCitizenAnswersOrTheTimeIsOver() {
        Map<String, Object> values = refusal("noAnswer");
        assertThat(keys(DecideRefusalRule.problems(values, TODAY, false, TODAY)))
                .containsExactly("hearingAnswer");
        assertThat(DecideRefusalRule.problems(values, TODAY.minusDays(1), false, TODAY))
                .isEmpty();
        assertThat(DecideRefusalRule.problems(refusal("answered"), TODAY.plusDays(14), false, TODAY))
                .isEmpty();
    }

    @Test
    void aRefusalNeedsComplaintGuidanceAndAnotherPerson() {
        Map<String, Object> values = refusal("answered");
        values.put("complaintGuidance", "notGiven");
        assertThat(keys(DecideRefusalRule.problems(values, TODAY, true, TODAY)))
                .containsExactly("complaintGuidance", "refusalOutcome");
    }

    @Test
    void aLateApprovalNeedsAValidDocumentAndEveryRequirement() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "refusalOutcome", "approved",
                "hearingAnswer", "answered",
                "approvalRequirements", "notMet",
                "identityDocumentExpiry", TODAY.minusYears(1)));
        assertThat(keys(DecideRefusalRule.problems(values, TODAY, false, TODAY)))
                .containsExactly("approvalRequirements", "identityDocumentExpiry");
    }

    private static List<FieldProblem> first(Map<String, Object> values) {
        return FormerControl.problems(values, BORN, TODAY);
    }

    private static List<String> keys(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::key).toList();
    }

    private static Map<String, Object> approved() {
        Map<String, Object> values = new HashMap<>();
        values.put("identityDocumentType", "passport");
        values.put("identityDocumentState", "DEU");
        values.put("identityDocumentNumber", "C01X00T47");
        values.put("identityDocumentExpiry", LocalDate.of(2031, 1, 31));
        values.put("mrzReading", "read");
        Map<String, Object> person = new HashMap<>(values);
        person.put("familyName", "Müller");
        person.put("birthDate", BORN);
        person.put("sex", "female");
        values.put("mrz", new SimulatedScanner(true).read(person).orElseThrow());
        MinimumRequirements.FIRST.forEach(requirement -> values.put(requirement, "met"));
        values.put("identityOutcome", "approved");
        return values;
    }

    private static Map<String, Object> second(String outcome) {
        Map<String, Object> values = new HashMap<>();
        MinimumRequirements.SECOND.forEach(requirement -> values.put(requirement, "met"));
        values.put("identityDocumentExpiry", LocalDate.of(2031, 1, 31));
        values.put("nidcStatement", "notAsked");
        values.put("doubtOutcome", outcome);
        return values;
    }

    private static Map<String, Object> refusal(String answer) {
        return new HashMap<>(
                Map.of("refusalOutcome", "refused", "hearingAnswer", answer, "complaintGuidance", "given"));
    }
}
