package dk.ics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions against expectations written by hand from the rules they cite. */
class DecisionTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # stay            | age     | has document | tax   | MitID | visitation | services
        overSixMonths     | 18plus  | false        | true  | true  | served     | residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 18plus  | false        | true  | true  | served     | residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 18plus  | true         | true  | true  | served     | identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 18plus  | true         | false | false | served     | identityControl,cprNumber,healthCard
        overThreeMonths   | 18plus  | false        | false | false | served     | residenceDocument,identityControl,cprNumber,healthCard
        overThreeMonths   | 15to17  | true         | false | true  | served     | identityControl,cprNumber,healthCard,mitId
        overThreeMonths   | 13to14  | true         | true  | true  | served     | identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 13to14  | true         | true  | false | served     | identityControl,cprNumber,healthCard,taxCard
        upToThreeMonths   | 18plus  | false        | true  | true  | served     | taxCard
        upToThreeMonths   | 18plus  | true         | true  | false | served     | taxCard
        upToThreeMonths   | 18plus  | -            | true  | false | served     | taxCard
        upToThreeMonths   | 18plus  | false        | false | true  | undecided  | ''
        overThreeMonths   | under13 | true         | true  | true  | undecided  | ''
        -                 | 18plus  | true         | true  | true  | undecided  | ''
        overThreeMonths   | -       | true         | true  | true  | undecided  | ''
        overThreeMonths   | 18plus  | -            | true  | true  | undecided  | ''
        """)
    void visitsAWorkerOfAMunicipalityThatIsServed(
            @Nullable String stay,
            @Nullable String age,
            @Nullable Boolean holdsDocument,
            boolean tax,
            boolean mitId,
            String visitation,
            String services) {
        DmnDecisionResult result = visitation("euWorker", true, stay, age, holdsDocument, tax, mitId);

        assertThat(result.getSingleResult().getEntryMap())
                .containsOnly(Map.entry("visitationResult", visitation), Map.entry("services", services));
    }

    @Test
    void refersCitizensOfOtherMunicipalities() {
        assertThat(visitation("euWorker", false, "overSixMonths", "18plus", false, true, true)
                        .getSingleResult()
                        .getEntryMap())
                .containsOnly(Map.entry("visitationResult", "referred"), Map.entry("services", ""));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        euWorker, -
        euStudent, true
        nordic, true
        -, true
        -, -
        """)
    void leavesAnUnknownMunicipalityAndOtherCategoriesToAPerson(@Nullable String category, @Nullable Boolean served) {
        assertThat(visitation(category, served, "overSixMonths", "18plus", false, true, true)
                        .getSingleResult()
                        .getEntryMap())
                .containsOnly(Map.entry("visitationResult", "undecided"), Map.entry("services", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # services                                                            | has document | papers
        residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard  | false        | passport,proofOfAddress,employmentContract,taxForm
        residenceDocument,identityControl,cprNumber,healthCard                | false        | passport,proofOfAddress,employmentContract
        identityControl,cprNumber,healthCard                                  | true         | passport,residenceDocument,proofOfAddress
        identityControl,cprNumber,healthCard,taxCard                          | true         | passport,residenceDocument,proofOfAddress,employmentContract,taxForm
        taxCard                                                               | false        | passport,employmentContract,taxForm
        taxCard                                                               | true         | passport,employmentContract,taxForm
        ''                                                                    | true         | ''
        """)
    void asksAWorkerForThePapersOfHisServices(String services, @Nullable Boolean holdsDocument, String papers) {
        assertThat(requiredDocuments("euWorker", services, holdsDocument)).isEqualTo(papers);
    }

    @Test
    void asksForNoPapersWhereNothingIsDecided() {
        assertThat(requiredDocuments("nordic", "", null)).isEmpty();
    }

    private static DmnDecisionResult visitation(
            @Nullable String category,
            @Nullable Boolean served,
            @Nullable String stay,
            @Nullable String age,
            @Nullable Boolean holdsDocument,
            boolean tax,
            boolean mitId) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("municipalityServed", served);
        facts.put("stayLength", stay);
        facts.put("ageBand", age);
        facts.put("holdsResidenceDocument", holdsDocument);
        facts.put("wantsTaxCard", tax);
        facts.put("wantsMitId", mitId);
        return decide("visitation", "visitation.dmn", facts);
    }

    private static String requiredDocuments(String category, String services, @Nullable Boolean holdsDocument) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("services", services);
        facts.put("holdsResidenceDocument", holdsDocument);
        return decide("requiredDocuments", "required-documents.dmn", facts).getSingleEntry();
    }

    private static DmnDecisionResult decide(String decision, String file, Map<String, Object> facts) {
        try (InputStream table = Files.newInputStream(Path.of("bpmn", file))) {
            return ENGINE.evaluateDecision(ENGINE.parseDecision(decision, table), facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
