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

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        false, -,          none
        true,  -,          undated
        true,  2025-09-02, valid
        true,  2025-09-01, outdated
        """)
    void a_residence_document_is_at_most_six_months_old(boolean held, @Nullable LocalDate issued, String proof) {
        write("holdsResidenceDocument", held);
        write("residenceIssuedOn", issued);
        assertThat(facts.of(reference).residenceProof()).isEqualTo(proof);
    }

    @Test
    void a_number_that_was_stated_or_a_departure_is_known() {
        assertThat(facts.of(reference).earlierNumber()).isEqualTo("none");
        write("danishPersonalNumber", "7705911000");
        assertThat(facts.of(reference).earlierNumber()).isEqualTo("stated");
        write("previouslyResident", true);
        assertThat(facts.of(reference).earlierNumber()).isEqualTo("departed");
    }

    @ParameterizedTest
    @CsvSource({
        "unmarried, single",
        "married, married",
        "separated, married",
        "registeredPartnership, married",
        "divorced, divorced",
        "widowed, widowed"
    })
    void a_civil_status_is_known_by_the_certificate_that_shows_it(String status, String code) {
        write("maritalStatus", status);
        assertThat(facts.of(reference).civilStatus()).isEqualTo(code);
    }

    @Test
    void a_parent_outside_of_the_application_stays_behind() {
        write("relatives", List.of(Map.of("relation", "spouse", "name", "Piotr")));
        assertThat(facts.of(reference).parentStaysBehind()).isFalse();
        write("relatives", List.of(Map.of("relation", "parent", "name", "Ewa")));
        assertThat(facts.of(reference).parentStaysBehind()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"POL, eu", "CHE, eu", "LIE, eu", "SWE, nordic", "DNK, danish", "GBR, thirdCountry", "IND, thirdCountry"
    })
    void a_citizenship_belongs_to_a_group(String country, String group) {
        write("citizenship", country);
        assertThat(facts.of(reference).citizenGroup()).isEqualTo(group);
    }

    @Test
    void an_identity_card_does_not_stand_for_the_passport_of_a_citizen_with_a_permit() {
        write("category", "thirdCountry");
        documents.record(reference, "identityCard", LocalDate.of(2026, 3, 2), true, ACT);
        assertThat(papers.compare(reference, List.of("passport"))).isFalse();
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
