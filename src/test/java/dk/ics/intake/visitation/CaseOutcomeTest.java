package dk.ics.intake.visitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseOutcomeTest {

    private static final List<String> STARTED = List.of("residenceDocument", "identityControl", "cprNumber", "taxCard");

    @Test
    void all_that_was_started_is_completed() {
        assertThat(CaseOutcome.of(STARTED, Set.of("residenceDocument", "cprNumber", "taxCard")))
                .isEqualTo(CaseOutcome.COMPLETED);
    }

    @Test
    void some_of_it_is_partly() {
        assertThat(CaseOutcome.of(STARTED, Set.of("taxCard"))).isEqualTo(CaseOutcome.PARTLY);
    }

    @Test
    void nothing_of_it_is_refused() {
        assertThat(CaseOutcome.of(STARTED, Set.of())).isEqualTo(CaseOutcome.REFUSED);
    }

    @Test
    void what_was_not_started_does_not_count() {
        assertThat(CaseOutcome.of(List.of("taxCard"), Set.of("cprNumber"))).isEqualTo(CaseOutcome.REFUSED);
    }
}
