package dk.ics.intake.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.FieldProblem;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuideCitizenRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void guidance_has_a_topic_and_lies_not_in_the_future() {
        assertThat(GuideCitizenRule.problems(
                        Map.of("guidanceOutcome", "given", "topicJobSearch", true, "guidanceGivenOn", TODAY), TODAY))
                .isEmpty();
        assertThat(GuideCitizenRule.problems(
                        Map.of("guidanceOutcome", "given", "guidanceGivenOn", TODAY.plusDays(1)), TODAY))
                .extracting(FieldProblem::key)
                .containsExactly("topicLabourRights", "guidanceGivenOn");
    }

    @Test
    void guidance_that_was_not_given_has_none() {
        assertThat(GuideCitizenRule.problems(Map.of("guidanceOutcome", "notGiven"), TODAY))
                .isEmpty();
    }
}
