package dk.ics.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final ComplaintProperties properties =
            new ComplaintProperties(4, 4, 10, 60, Map.of("IDENTITYCONTROL", "Ministeriet"));

    /** CPR-loven § 56, stk. 1: four weeks; a last day on which the office is closed moves to the next it is open. */
    @ParameterizedTest(name = "a decision of {0} until {1}")
    @CsvSource({
        "2026-02-02, 2026-03-02, four weeks to the day",
        "2026-01-31, 2026-03-02, a Saturday to Monday",
        "2026-03-05, 2026-04-07, Maundy Thursday over Easter to Tuesday",
        "2028-02-01, 2028-02-29, a leap day",
        "2026-11-26, 2026-12-28, Christmas Eve over Christmas to Monday",
        "2026-09-27, 2026-10-26, over the night the clocks go back to Monday",
        "2026-03-01, 2026-03-30, the day after the night the clocks go forward"
    })
    void a_complaint_is_in_time_for_four_weeks(LocalDate decided, LocalDate last, String why) {
        ComplaintDates dates = new ComplaintDates(
                new DanishCalendar(
                        Clock.system(DanishCalendar.COPENHAGEN),
                        Set.of(MonthDay.of(6, 5), MonthDay.of(12, 24), MonthDay.of(12, 31))),
                properties);

        assertThat(dates.lastDay(decided)).as(why).isEqualTo(last);
    }

    @Test
    void a_complaint_needs_a_decision_and_a_day_that_has_come() {
        Map<String, Object> closing = Map.of("complaintDecision", "closing", "complaintReceivedOn", TODAY.plusDays(1));

        assertThat(ComplaintReceivedRule.problems(closing, null, true, TODAY))
                .extracting(FieldProblem::key)
                .containsExactly("complaintDecision", "complaintReceivedOn");
        assertThat(ComplaintReceivedRule.problems(Map.of(), "withdrawn", false, TODAY))
                .extracting(FieldProblem::key)
                .containsExactly("caseReference");
        assertThat(ComplaintReceivedRule.problems(Map.of("complaintReceivedOn", TODAY), "partly", false, TODAY))
                .isEmpty();
    }

    @Test
    void nothing_is_received_sent_or_decided_in_the_future() {
        LocalDate tomorrow = TODAY.plusDays(1);
        assertThat(RecordCommentsRule.problems(Map.of("complaintCommentsOn", tomorrow), TODAY))
                .hasSize(1);
        assertThat(ForwardComplaintRule.problems(Map.of("complaintSentOn", tomorrow), TODAY))
                .hasSize(1);
        assertThat(RecordComplaintDecisionRule.problems(Map.of("complaintAuthorityDecisionOn", tomorrow), false, TODAY))
                .hasSize(1);
        assertThat(ReconsiderDecisionRule.problems(Map.of("complaintDecisionOn", tomorrow), TODAY, false))
                .hasSize(1);
    }

    @Test
    void an_authority_may_be_named_without_capitals_but_only_for_a_decision_there_is() {
        assertThat(properties.authority(ComplainedDecision.IDENTITY_CONTROL)).contains("Ministeriet");
        assertThat(properties.authority(ComplainedDecision.MIT_ID)).isEmpty();
        assertThatThrownBy(() -> new ComplaintProperties(4, 4, 10, 60, Map.of("taxcard", "x")))
                .hasMessageContaining("no decision taxcard");
    }
}
