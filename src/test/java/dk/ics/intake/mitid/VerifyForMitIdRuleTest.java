package dk.ics.intake.mitid;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.FieldProblem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyForMitIdRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final MitIdProperties RULES = new MitIdProperties(13, 30, 3);

    @Test
    void isForPeopleFromThirteen() {
        assertThat(problems(values("chipScan"), TODAY.minusYears(13))).isEmpty();
        assertThat(problems(values("chipScan"), TODAY.minusYears(13).plusDays(1)))
                .containsExactly("mitIdOutcome");
    }

    @Test
    void aWitnessIsGrownUpHasHadMitIdLongEnoughAndIsNoHabit() {
        Map<String, Object> values = values("witness");
        assertThat(adult(values)).isEmpty();

        values.putAll(Map.of("witnessAdult", "notMet", "witnessMitIdDays", 30, "witnessTimes", 3));
        assertThat(adult(values)).containsExactly("witnessAdult", "witnessMitIdDays", "witnessTimes");
    }

    @Test
    void theHighLevelNeedsTheChip() {
        Map<String, Object> values = values("witness");
        values.put("mitIdLevel", "high");
        assertThat(adult(values)).containsExactly("mitIdLevel");
    }

    @Test
    void withoutTheChipADanishDocumentStandsBesideThePassport() {
        Map<String, Object> values = values("questions");
        values.put("mitIdSupportingDocument", "none");
        assertThat(adult(values)).containsExactly("mitIdSupportingDocument");
    }

    @Test
    void postponingNeedsNothing() {
        assertThat(problems(Map.of("mitIdOutcome", "postpone"), TODAY)).isEmpty();
    }

    private static List<String> adult(Map<String, Object> values) {
        return problems(values, LocalDate.of(1990, 4, 3));
    }

    private static List<String> problems(Map<String, Object> values, LocalDate born) {
        return VerifyForMitIdRule.problems(values, born, TODAY, RULES).stream()
                .map(FieldProblem::key)
                .toList();
    }

    private static Map<String, Object> values(String proofing) {
        Map<String, Object> values = new HashMap<>();
        values.put("mitIdOutcome", "create");
        values.put("mitIdProofing", proofing);
        values.put("mitIdSupportingDocument", "residenceCertificate");
        values.put("mitIdLevel", "substantial");
        values.put("authenticator", "app");
        values.put("witnessAdult", "met");
        values.put("witnessMitIdDays", 31);
        values.put("witnessTimes", 2);
        return values;
    }
}
