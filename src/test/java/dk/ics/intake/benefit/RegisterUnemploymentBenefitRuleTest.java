package dk.ics.intake.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.FieldProblem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterUnemploymentBenefitRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_whole_form_of_a_union_citizen_is_taken() {
        assertThat(problems(Map.of(), "POL")).isEmpty();
        assertThat(problems(Map.of(), "CHE")).isEmpty();
        assertThat(problems(Map.of(), "DNK")).isEmpty();
    }

    @Test
    void others_cannot_bring_benefit_to_denmark() {
        assertThat(problems(Map.of(), "BRA"))
                .containsExactly(new FieldProblem(
                        "benefitOutcome",
                        "Borgere fra lande uden for EU, EØS og Schweiz kan ikke tage dagpenge med til Danmark."));
        assertThat(problems(Map.of(), "GBR")).extracting(FieldProblem::key).containsExactly("benefitOutcome");
    }

    @Test
    void the_period_is_six_months_at_most() {
        LocalDate from = LocalDate.of(2026, 2, 25);
        assertThat(problems(Map.of("u2Until", from.plusMonths(6)), "POL")).isEmpty();
        assertThat(keys(Map.of("u2Until", from.plusMonths(6).plusDays(1)))).containsExactly("u2Until");
        assertThat(keys(Map.of("u2Until", from.minusDays(1)))).containsExactly("u2Until");
    }

    @Test
    void the_printed_date_is_taken_as_it_is_unless_it_lies_before_the_period() {
        assertThat(keys(Map.of("u2RegisterBy", LocalDate.of(2026, 2, 25)))).isEmpty();
        assertThat(keys(Map.of("u2RegisterBy", LocalDate.of(2026, 4, 30)))).isEmpty();
        assertThat(keys(Map.of("u2RegisterBy", LocalDate.of(2026, 2, 24)))).containsExactly("u2RegisterBy");
    }

    @Test
    void nobody_is_registered_in_the_future_or_without_having_been_told() {
        assertThat(keys(Map.of("benefitRegisteredOn", TODAY.plusDays(1)))).containsExactly("benefitRegisteredOn");
        assertThat(keys(Map.of("jobnetCvTold", "notMet", "institutionTold", "notMet")))
                .containsExactly("jobnetCvTold", "institutionTold");
    }

    @Test
    void what_is_not_registered_needs_none_of_this() {
        assertThat(RegisterUnemploymentBenefitRule.problems(Map.of("benefitOutcome", "notRegistered"), "BRA", TODAY))
                .isEmpty();
    }

    private static List<String> keys(Map<String, Object> other) {
        return problems(other, "POL").stream().map(FieldProblem::key).toList();
    }

    private static List<FieldProblem> problems(Map<String, Object> other, @Nullable Object citizenship) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "benefitOutcome",
                "registered",
                "u2From",
                LocalDate.of(2026, 2, 25),
                "u2RegisterBy",
                LocalDate.of(2026, 3, 3),
                "u2Until",
                LocalDate.of(2026, 5, 24),
                "benefitRegisteredOn",
                TODAY,
                "jobnetCvTold",
                "met",
                "obligationsTold",
                "met",
                "institutionTold",
                "met"));
        values.putAll(other);
        return RegisterUnemploymentBenefitRule.problems(values, citizenship, TODAY);
    }
}
