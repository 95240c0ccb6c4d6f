package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.journey.EngineRest;
import java.util.HashMap;
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
    void the_papers_asked_for_are_those_of_the_corrected_stay() {
        CaseUnderTest theCase = apply(person -> person.withArray("documents").removeAll());
        assertThat(theCase.file("missingDocuments")).isEqualTo("employmentContract,passport,proofOfAddress,taxForm");

        theCase.work(
                "assessApplication", Map.of("plannedStay", "upToThreeMonths", "assessmentOutcome", "documentsMissing"));

        assertThat(theCase.file("missingDocuments")).isEqualTo("employmentContract,passport,taxForm");
        assertThat(mails.all().stream()
                        .filter(mail -> mail.to().equals(theCase.file("email")))
                        .toList())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("form 04.063").doesNotContain("proof of your address"));
    }

    @Test
    void a_case_that_comes_back_says_what_was_corrected() {
        CaseUnderTest theCase = apply();
        assertThat(theCase.shown("assessApplication").toString()).contains("Foreslåede ydelser");

        theCase.work("assessApplication", Map.of("plannedStay", "upToThreeMonths"));

        assertThat(theCase.shown("assessApplication").toString())
                .contains("Set igen, fordi der er rettet", "opholdets længde");
    }

    @Test
    void what_the_tables_leave_open_is_chosen_by_a_person_with_a_reason() {
        CaseUnderTest theCase =
                apply(person -> person.put("plannedStay", "upToThreeMonths").put("wantsTaxCard", false));
        assertThat(variable(theCase, "visitationResult")).isEqualTo("undecided");
        assertThat(theCase.shown("assessApplication")
                        .path("proposalDecided")
                        .path("value")
                        .asBoolean())
                .isFalse();

        EngineRest.Answer nothing = submit(theCase, Map.of("servicesReason", "Arbejdsgiver har ansøgt."));
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.text())
                .contains("assessmentOutcome", "Borgeren bliver højst tre måneder og søger ikke skattekort");

        theCase.work(
                "assessApplication",
                Map.of("chosenServices", "[{\"service\":\"taxCard\"}]", "servicesReason", "Arbejdsgiver har ansøgt."));

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
        assertThat(theCase.file("servicesReason")).isEqualTo("Arbejdsgiver har ansøgt.");
    }

    @Test
    void a_correction_that_leaves_it_to_a_person_comes_back_instead_of_starting() {
        CaseUnderTest theCase = apply();

        theCase.work("assessApplication", Map.of("citizenship", "SWE"));

        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(variable(theCase, "visitationResult")).isEqualTo("undecided");
        assertThat(theCase.shown("assessApplication").toString()).contains("Statsborgerskabet passer ikke");
        theCase.work("assessApplication", Map.of("category", "nordic"));
        assertThat(variable(theCase, "services")).isEqualTo("identityControl,cprNumber,healthCard,mitId,taxCard");
    }

    private EngineRest.Answer submit(CaseUnderTest theCase, Map<String, Object> answers) {
        EngineRest visitation = as("visitation");
        String task = "/task/" + theCase.task("assessApplication").getId();
        visitation.post(task + "/claim", Map.of("userId", visitation.account()));
        Map<String, Object> variables = new HashMap<>();
        variables.put("assessmentOutcome", Map.of("value", "accepted"));
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return visitation.post(task + "/submit-form", Map.of("variables", variables));
    }

    private Object variable(CaseUnderTest theCase, String name) {
        return engine.getRuntimeService()
                .getVariable(theCase.task("assessApplication").getProcessInstanceId(), name);
    }
}
