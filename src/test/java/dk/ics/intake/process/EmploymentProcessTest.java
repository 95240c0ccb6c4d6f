package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.Deadlines;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the employment desk does: benefit brought from home, and guidance. */
class EmploymentProcessTest extends ProcessTest {

    @Autowired
    Deadlines deadlines;

    @Test
    @Reaches("benefitRegistered")
    void benefit_from_home_is_registered_by_the_printed_date() {
        CaseUnderTest theCase = begin("unemploymentBenefit", Map.of());

        theCase.work(
                "registerUnemploymentBenefit",
                Map.of("u2From", "2026-02-25", "u2RegisterBy", "2026-03-03", "u2Until", "2026-05-24"));

        theCase.isOver();
        assertThat(theCase.file("u2RegisterBy")).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(theCase.file("benefitRegisteredOn")).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(theCase.file("cprNumber")).isEqualTo("");
        assertThat(theCase.journal())
                .contains("registerUnemploymentBenefit: registered")
                .doesNotContain("registerUnemploymentBenefit: late");
        assertThat(deadlines.of(theCase.reference())).singleElement().satisfies(deadline -> {
            assertThat(deadline.due()).isEqualTo(LocalDate.of(2026, 3, 3));
            assertThat(deadline.metAt()).isNotNull();
        });
    }

    @Test
    @Reaches("benefitRegistered")
    void a_registration_after_the_printed_date_is_taken_and_noted() {
        CaseUnderTest theCase = begin("unemploymentBenefit", Map.of());

        theCase.work(
                "registerUnemploymentBenefit",
                Map.of("u2From", "2026-02-18", "u2RegisterBy", "2026-02-25", "u2Until", "2026-05-17"));

        theCase.isOver();
        assertThat(theCase.journal()).contains("registerUnemploymentBenefit: late");
    }

    @Test
    @Reaches("benefitNotRegistered")
    void who_is_no_citizen_of_the_union_cannot_bring_benefit() {
        CaseUnderTest theCase = begin("unemploymentBenefit", Map.of());
        caseFile.write(theCase.reference(), Map.of("citizenship", "BRA"), Act.bySystem("test"));
        assertThat(theCase.shown("registerUnemploymentBenefit")
                        .path("benefitOutcomes")
                        .path("value")
                        .toString())
                .contains("notRegistered")
                .matches(".*notRegistered.*\"registered.*");

        theCase.work("registerUnemploymentBenefit");

        theCase.isOver();
        assertThat(theCase.file("benefitRegisteredOn")).isEqualTo("");
        assertThat(theCase.journal()).contains("registerUnemploymentBenefit: notRegistered");
    }

    @Test
    @Reaches("guidanceGiven")
    void guidance_is_given_and_noted() {
        CaseUnderTest theCase = begin("guidance", Map.of());

        theCase.work("guideCitizen", Map.of("guidanceHow", "phone"));

        theCase.isOver();
        assertThat(theCase.file("guidanceHow")).isEqualTo("phone");
        assertThat(theCase.file("topicJobSearch")).isEqualTo(true);
        assertThat(theCase.journal()).contains("guideCitizen: given");
    }

    @Test
    @Reaches("guidanceNotGiven")
    void a_citizen_who_wants_no_guidance_gets_none() {
        CaseUnderTest theCase = begin("guidance", Map.of());

        theCase.work("guideCitizen", Map.of("guidanceOutcome", "notGiven"));

        theCase.isOver();
        assertThat(theCase.file("guidanceGivenOn")).isEqualTo("");
        assertThat(theCase.file("guidanceNotGivenReason")).isNotEqualTo("");
    }

    @Test
    @Reaches("caseClosed")
    void both_go_on_beside_the_tax_card_and_wait_for_no_number() {
        CaseUnderTest theCase = apply();
        engine.getRuntimeService()
                .setVariable(
                        theCase.task("assessApplication").getProcessInstanceId(),
                        "services",
                        "taxCard,unemploymentBenefit,guidance");

        theCase.work("assessApplication");

        assertThat(theCase.openTasks())
                .containsExactly("checkTaxApplication", "guideCitizen", "registerUnemploymentBenefit");
        theCase.work("registerUnemploymentBenefit").work("guideCitizen", Map.of("guidanceOutcome", "notGiven"));
        theCase.work("checkTaxApplication").untilEnd("caseClosed").isClosed("partly");
    }
}
