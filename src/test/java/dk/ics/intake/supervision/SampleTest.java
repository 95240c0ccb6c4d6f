package dk.ics.intake.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sample can be drawn again by anybody who has its seed, and is as big as the decision says. */
class SampleTest {

    private static final String SEED = "ab".repeat(32);
    private static final String OTHER_SEED = "cd".repeat(32);
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision DECISION = decision();

    @Test
    void the_same_seed_and_data_give_the_same_sample_in_whatever_order_the_data_come() {
        List<Candidate> controls = controls();
        List<Candidate> shuffled = new ArrayList<>(controls);
        Collections.shuffle(shuffled, new Random(7));

        Sample sample = Sample.draw(controls, SEED, SampleTest::size);
        assertThat(Sample.draw(shuffled, SEED, SampleTest::size)).isEqualTo(sample);
        assertThat(Sample.draw(controls, OTHER_SEED, SampleTest::size).items()).isNotEqualTo(sample.items());
        assertThat(Set.copyOf(
                        Sample.draw(controls, OTHER_SEED, SampleTest::size).items()))
                .isNotEqualTo(Set.copyOf(sample.items()));
    }

    @Test
    void each_stratum_has_its_size_and_every_risk_case_is_in() {
        List<Candidate> controls = controls();
        Sample sample = Sample.draw(controls, SEED, SampleTest::size);

        assertThat(sample.items())
                .containsAll(controls.stream().filter(Candidate::isRisk).toList());
        assertThat(sample.items()).doesNotHaveDuplicates();
        assertThat(sample.strata())
                .extracting(stratum -> stratum.municipality() + " " + stratum.controlledBy() + " " + stratum.controls()
                        + " " + stratum.risks() + " " + stratum.size())
                .containsExactly("0101 anna 60 6 5", "0101 bo 12 0 2", "0147 anna 3 3 0", "0147 bo 1 0 1");
        Map<String, Long> drawn = sample.items().stream()
                .filter(candidate -> !candidate.isRisk())
                .collect(Collectors.groupingBy(
                        candidate -> candidate.municipality() + " " + candidate.controlledBy(), Collectors.counting()));
        assertThat(drawn).isEqualTo(Map.of("0101 anna", 5L, "0101 bo", 2L, "0147 bo", 1L));
    }

    /** What {@code printf %s <seed>/2026-000001/1 | sha256sum} says. */
    @Test
    void the_order_is_that_of_a_hash_that_anybody_can_reckon() {
        assertThat(Sample.hash(SEED, new Candidate("2026-000001", 1, "0101", "anna", List.of())))
                .isEqualTo("4cc55cce0e14e3274cb4b3315c98c9c560f2fda52485b107a1683c7f4b465ec1");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "9,1", "10,2", "49,2", "50,5", "199,5", "200,10", "5000,10"})
    void the_decision_says_how_many(int controls, int drawn) {
        assertThat(size(controls)).isEqualTo(drawn);
    }

    private static List<Candidate> controls() {
        List<Candidate> controls = new ArrayList<>();
        add(controls, "0101", "anna", 54, List.of());
        add(controls, "0101", "anna", 6, List.of("photo"));
        add(controls, "0101", "bo", 12, List.of());
        add(controls, "0147", "anna", 3, List.of("doubt", "override"));
        add(controls, "0147", "bo", 1, List.of());
        return controls;
    }

    private static void add(List<Candidate> to, String municipality, String user, int many, List<String> risks) {
        for (int i = 0; i < many; i++) {
            to.add(new Candidate("2026-%06d".formatted(to.size() + 1), 1, municipality, user, risks));
        }
    }

    private static int size(int controls) {
        Number size = ENGINE.evaluateDecision(DECISION, Map.<String, Object>of("controls", controls))
                .getSingleResult()
                .getEntry("sampleSize");
        return size.intValue();
    }

    private static DmnDecision decision() {
        InputStream table =
                Objects.requireNonNull(SampleTest.class.getResourceAsStream("/bpmn/supervision-sample.dmn"));
        return ENGINE.parseDecision("supervisionSample", table);
    }
}
