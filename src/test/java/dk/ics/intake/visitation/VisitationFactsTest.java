package dk.ics.intake.visitation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Documents;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Today is 2 March 2026. */
@IntakeTest
class VisitationFactsTest {

    private static final Act ACT = Act.bySystem("test");

    @Autowired
    VisitationFacts facts;

    @Autowired
    RequiredPapers papers;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    private CaseReference reference;

    @BeforeEach
    void openCase() {
        reference = TestCases.euWorker(caseFile);
    }

    @ParameterizedTest
    @CsvSource({
        "2013-03-03, under13",
        "2013-03-02, 13to14",
        "2011-03-03, 13to14",
        "2011-03-02, 15to17",
        "2008-03-03, 15to17",
        "2008-03-02, 18plus"
    })
    void the_age_is_that_of_today(LocalDate born, String band) {
        write("birthDate", born);
        assertThat(facts.of(reference).ageBand()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"upToThreeMonths, upToThreeMonths", "threeToSixMonths, overThreeMonths", "overSixMonths, overSixMonths"
    })
    void the_stay_is_the_planned_one(String planned, String stay) {
        write("plannedStay", planned);
        assertThat(facts.of(reference).stayLength()).isEqualTo(stay);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-20, upToThreeMonths", "2026-05-21, overThreeMonths", "2026-08-21, overSixMonths"})
    void without_a_plan_the_days_of_arrival_and_departure_tell(LocalDate departure, String stay) {
        write("plannedStay", null);
        write("plannedDepartureDate", departure);
        assertThat(facts.of(reference).stayLength()).isEqualTo(stay);
    }

    @Test
    void what_nobody_knows_is_not_guessed() {
        write("plannedStay", null);
        write("birthDate", null);
        assertThat(facts.of(reference))
                .returns(null, VisitationFacts.Facts::stayLength)
                .returns(null, VisitationFacts.Facts::ageBand)
                .returns(true, VisitationFacts.Facts::municipalityServed);
    }

    @Test
    void an_identity_card_stands_for_the_passport() {
        assertThat(papers.compare(reference, List.of("passport", "taxForm"))).isFalse();
        assertThat(papers.missing(reference)).containsExactly("passport", "taxForm");

        documents.record(reference, "identityCard", LocalDate.of(2026, 3, 2), true, ACT);
        documents.record(reference, "taxForm", LocalDate.of(2026, 3, 2), true, ACT);
        assertThat(papers.compare(reference, List.of("passport", "taxForm"))).isTrue();
        assertThat(papers.missing(reference)).isEmpty();
    }

    private void write(String key, @Nullable Object value) {
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put(key, value);
        caseFile.write(reference, change, ACT);
    }
}
