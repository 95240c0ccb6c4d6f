package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.journey.EngineRest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing starts on a proposal made from what stood in the case before the visitation corrected it. */
class CorrectedFactsTest extends ProcessTest {

    private static final String EVERYTHING = "residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard";

    @Test
    void a_corrected_stay_is_assessed_again_with_the_services_of_that_stay() {
        CaseUnderTest theCase = apply();
        String first = theCase.task("assessApplication").getId();
        assertThat(variable(theCase, "services")).isEqualTo(EVERYTHING);
        assertThat(variable(theCase, "requiredDocuments")).asString().contains("proofOfAddress");

        theCase.work("assessApplication", Map.of("plannedStay", "upToThreeMonths"));

        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(theCase.task("assessApplication").getId()).isNotEqualTo(first);
        assertThat(variable(theCase, "services")).isEqualTo("taxCard");
        assertThat(variable(theCase, "requiredDocuments")).asString().doesNotContain("proofOfAddress");
        theCase.work("assessApplication");
        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
    }

    @Test
    void what_the_proposal_does_not_rest_on_is_corrected_without_a_second_assessment() {
        CaseUnderTest theCase = apply();

        theCase.work("assessApplication", Map.of("employer", "Nordlys Eksempel A/S"));

        assertThat(theCase.openTasks()).containsExactly("bookAppointment", "checkTaxApplication");
    }

    @Test
    void the_document_number_of_another_open_case_is_a_suspected_duplicate() {
        apply(person -> person.put("identityDocumentNumber", "C01X80001"));
        CaseUnderTest theCase = apply();
        assertThat(variable(theCase, "duplicateFound")).isEqualTo(false);

        theCase.work("assessApplication", Map.of("identityDocumentNumber", "C01X80001"));

        assertThat(theCase.openTasks()).containsExactly("resolveDuplicate");
    }

    @Test
    void a_correction_made_when_papers_were_asked_for_is_not_forgotten() {
        CaseUnderTest theCase = apply();
        theCase.work(
                "assessApplication", Map.of("plannedStay", "upToThreeMonths", "assessmentOutcome", "documentsMissing"));
        theCase.work("receiveDocuments");

        theCase.work("assessApplication");

        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(variable(theCase, "services")).isEqualTo("taxCard");
        theCase.work("assessApplication");
        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
    }

    @Test
    void a_case_with_nothing_to_start_is_not_accepted() {
        CaseUnderTest theCase = apply(person -> person.put("wantsTaxCard", false));
        EngineRest visitation = as("visitation");
        String task = "/task/" + theCase.task("assessApplication").getId();
        visitation.post(task + "/claim", Map.of("userId", visitation.account()));

        EngineRest.Answer answer = visitation.post(
                task + "/submit-form",
                Map.of(
                        "variables",
                        Map.of(
                                "plannedStay", Map.of("value", "upToThreeMonths"),
                                "assessmentOutcome", Map.of("value", "accepted"))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("assessmentOutcome", "Borgeren bliver højst tre måneder og søger ikke skattekort");
        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(theCase.file("plannedStay")).isEqualTo("overSixMonths");
    }

    private Object variable(CaseUnderTest theCase, String name) {
        return engine.getRuntimeService()
                .getVariable(theCase.task("assessApplication").getProcessInstanceId(), name);
    }
}
