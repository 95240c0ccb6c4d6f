package dk.ics.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisions against expectations written by hand from the rules they cite. */
class DecisionTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static final Map<String, String> CITIZENS = Map.of(
            "euWorker", "eu",
            "euStudent", "eu",
            "euJobseeker", "eu",
            "euSelfSufficient", "eu",
            "euFamily", "eu",
            "euFamilyThirdCountry", "thirdCountry",
            "nordic", "nordic",
            "thirdCountry", "thirdCountry",
            "accompanyingFamily", "thirdCountry",
            "returningDane", "danish");

    private static final String ALL_SERVICES =
            "residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard,unemploymentBenefit,guidance";

    /** domain.md § 2.4 and § 2.5: the agreement may cover a part, some citizens, or have a reservation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # agreed                                                   | with a reservation | result
        residenceDocument,identityControl,cprNumber,healthCard,mitId | ''               | served:residenceDocument,identityControl,cprNumber,healthCard:entitled
        cprNumber,identityControl                                  | ''                 | served:identityControl,cprNumber:entitled
        taxCard,mitId                                              | ''                 | referred::services
        ''                                                         | ''                 | referred::services
        identityControl,cprNumber,healthCard                       | cprNumber          | undecided::agreement
        identityControl,cprNumber,healthCard                       | mitId              | served:identityControl,cprNumber,healthCard:entitled
        """)
    void servesWhatTheMunicipalityHasLeftToIcs(String agreed, String doubtful, String result) {
        Map<String, Object> facts = facts("euWorker");
        facts.put("agreedServices", agreed);
        facts.put("doubtfulServices", doubtful);

        assertThat(visitation(facts)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # stay            | age     | proof    | tax   | MitID | visitation | services
        overSixMonths     | 18plus  | none     | true  | true  | served     | residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 18plus  | none     | true  | true  | served     | residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 18plus  | valid    | true  | true  | served     | identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 18plus  | undated  | true  | true  | served     | identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 18plus  | outdated | true  | true  | served     | residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 18plus  | valid    | false | false | served     | identityControl,cprNumber,healthCard
        overThreeMonths   | 18plus  | none     | false | false | served     | residenceDocument,identityControl,cprNumber,healthCard
        overThreeMonths   | 15to17  | valid    | false | true  | served     | identityControl,cprNumber,healthCard,mitId
        overThreeMonths   | 13to14  | valid    | true  | true  | served     | identityControl,cprNumber,healthCard,mitId,taxCard
        overThreeMonths   | 13to14  | valid    | true  | false | served     | identityControl,cprNumber,healthCard,taxCard
        upToThreeMonths   | 18plus  | none     | true  | true  | served     | taxCard
        upToThreeMonths   | 18plus  | valid    | true  | false | served     | taxCard
        upToThreeMonths   | 18plus  | none     | false | true  | undecided  | ''
        overThreeMonths   | under13 | valid    | true  | true  | undecided  | ''
        -                 | 18plus  | valid    | true  | true  | undecided  | ''
        overThreeMonths   | -       | valid    | true  | true  | undecided  | ''
        overThreeMonths   | 18plus  | -        | true  | true  | undecided  | ''
        """)
    void visitsAWorkerOfAMunicipalityThatIsServed(
            @Nullable String stay,
            @Nullable String age,
            @Nullable String proof,
            boolean tax,
            boolean mitId,
            String visitation,
            String services) {
        Map<String, Object> facts = facts("euWorker");
        facts.put("stayLength", stay);
        facts.put("ageBand", age);
        facts.put("residenceProof", proof);
        facts.put("wantsTaxCard", tax);
        facts.put("wantsMitId", mitId);

        assertThat(visitation(facts)).startsWith(visitation + ":" + services + ":");
    }

    /** Each row from domain.md § 2.3 (who needs what), 1.5 (three months), 5 (MitID from 13) and 8 (PD U2). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # category           | stay            | age     | proof    | earlier  | wishes                 | visitation | services
        euStudent            | overThreeMonths | 18plus  | none     | none     | -                      | served     | residenceDocument,identityControl,cprNumber,healthCard
        euStudent            | upToThreeMonths | 18plus  | none     | none     | -                      | undecided  | ''
        euStudent            | overThreeMonths | under13 | none     | none     | -                      | undecided  | ''
        euSelfSufficient     | overSixMonths   | 18plus  | none     | none     | wantsMitId             | served     | residenceDocument,identityControl,cprNumber,healthCard,mitId
        euSelfSufficient     | overSixMonths   | under13 | none     | none     | -                      | undecided  | ''
        euJobseeker          | overSixMonths   | 18plus  | none     | none     | wantsUnemploymentBenefit | served   | unemploymentBenefit
        euJobseeker          | upToThreeMonths | 18plus  | none     | none     | wantsUnemploymentBenefit | served   | unemploymentBenefit
        euJobseeker          | overSixMonths   | 18plus  | none     | none     | wantsGuidance          | served     | guidance
        euJobseeker          | overSixMonths   | 18plus  | none     | none     | -                      | undecided  | ''
        euJobseeker          | overSixMonths   | 18plus  | valid    | none     | wantsMitId             | served     | identityControl,cprNumber,healthCard,mitId
        euJobseeker          | overSixMonths   | 18plus  | outdated | none     | wantsMitId             | undecided  | ''
        euFamily             | overThreeMonths | under13 | none     | none     | wantsMitId             | served     | residenceDocument,identityControl,cprNumber,healthCard
        euFamily             | overThreeMonths | 13to14  | none     | none     | wantsMitId             | served     | residenceDocument,identityControl,cprNumber,healthCard,mitId
        euFamilyThirdCountry | overThreeMonths | 18plus  | none     | none     | -                      | served     | residenceDocument,identityControl,cprNumber,healthCard
        euFamilyThirdCountry | overThreeMonths | 18plus  | none     | none     | wantsUnemploymentBenefit | served   | residenceDocument,identityControl,cprNumber,healthCard
        nordic               | overThreeMonths | 18plus  | none     | none     | -                      | served     | identityControl,cprNumber,healthCard
        nordic               | upToThreeMonths | 18plus  | none     | none     | wantsTaxCard           | served     | taxCard
        nordic               | upToThreeMonths | 18plus  | none     | none     | wantsUnemploymentBenefit | served   | unemploymentBenefit
        nordic               | upToThreeMonths | 18plus  | none     | none     | -                      | undecided  | ''
        thirdCountry         | overThreeMonths | 18plus  | valid    | stated   | wantsTaxCard           | served     | identityControl,cprNumber,healthCard,taxCard
        thirdCountry         | overThreeMonths | 18plus  | none     | none     | -                      | served     | identityControl,cprNumber,healthCard
        thirdCountry         | overThreeMonths | 18plus  | valid    | none     | wantsUnemploymentBenefit | served   | identityControl,cprNumber,healthCard
        accompanyingFamily   | overSixMonths   | under13 | valid    | none     | -                      | served     | identityControl,cprNumber,healthCard
        returningDane        | overThreeMonths | 18plus  | none     | departed | wantsMitId             | served     | identityControl,cprNumber,healthCard,mitId
        returningDane        | upToThreeMonths | 18plus  | none     | departed | wantsMitId             | undecided  | ''
        euWorker             | overSixMonths   | 18plus  | undated  | departed | -                      | served     | residenceDocument,identityControl,cprNumber,healthCard
        euWorker             | overSixMonths   | 18plus  | valid    | departed | -                      | served     | identityControl,cprNumber,healthCard
        euWorker             | overSixMonths   | 18plus  | undated  | stated   | -                      | served     | identityControl,cprNumber,healthCard
        euWorker             | overSixMonths   | 18plus  | none     | none     | wantsUnemploymentBenefit | served   | residenceDocument,identityControl,cprNumber,healthCard
        euWorker             | upToThreeMonths | 18plus  | none     | none     | wantsGuidance          | served     | guidance
        """)
    void visitsEveryCategory(
            String category,
            String stay,
            String age,
            String proof,
            String earlier,
            @Nullable String wish,
            String visitation,
            String services) {
        Map<String, Object> facts = facts(category);
        facts.put("stayLength", stay);
        facts.put("ageBand", age);
        facts.put("residenceProof", proof);
        facts.put("earlierNumber", earlier);
        if (wish != null) {
            facts.put(wish, true);
        }

        assertThat(visitation(facts)).startsWith(visitation + ":" + services + ":");
    }

    /** What a person has to look at, and why. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # fact               | value        | result
        municipalityServed   | false        | referred::municipality
        municipalityServed   | -            | undecided::municipalityUnknown
        category             | tourist      | undecided::citizenship
        category             | -            | undecided::citizenship
        citizenGroup         | -            | undecided::citizenship
        citizenGroup         | nordic       | undecided::citizenship
        citizenGroup         | danish       | undecided::citizenship
        citizenGroup         | thirdCountry | undecided::citizenship
        stayLength           | -            | undecided::stay
        ageBand              | -            | undecided::age
        ageBand              | under13      | undecided::childOnItsOwn
        residenceProof       | -            | undecided::residence
        stayLength           | upToThreeMonths | undecided::nothing
        """)
    void saysWhyItLeavesACaseToAPerson(String fact, @Nullable String value, String result) {
        Map<String, Object> facts = facts("euWorker");
        facts.put(fact, "false".equals(value) ? (Object) false : value);

        assertThat(visitation(facts)).isEqualTo(result);
    }

    /** domain.md § 2.3, column "Documents for CPR", and § 6 "Evidence". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # category           | services                                                          | proof    | facts                          | papers
        euWorker             | residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard | none  | -                              | passport,proofOfAddress,employmentContract,taxForm
        euWorker             | residenceDocument,identityControl,cprNumber,healthCard            | none     | -                              | passport,proofOfAddress,employmentContract
        euWorker             | residenceDocument,identityControl,cprNumber,healthCard            | outdated | -                              | passport,proofOfAddress,employmentContract
        euWorker             | identityControl,cprNumber,healthCard                              | valid    | -                              | passport,residenceDocument,proofOfAddress
        euWorker             | identityControl,cprNumber,healthCard,taxCard                      | undated  | -                              | passport,residenceDocument,proofOfAddress,employmentContract,taxForm
        euWorker             | taxCard                                                           | none     | -                              | passport,employmentContract,taxForm
        euWorker             | taxCard                                                           | valid    | civilStatus=married          | passport,employmentContract,marriageCertificate,taxForm
        euWorker             | ''                                                                | valid    | -                              | ''
        euWorker             | identityControl,cprNumber,taxCard                                 | valid    | civilStatus=married          | passport,residenceDocument,proofOfAddress,marriageCertificate,employmentContract,taxForm
        euWorker             | identityControl,cprNumber                                         | valid    | civilStatus=divorced         | passport,residenceDocument,proofOfAddress,divorceCertificate
        euWorker             | identityControl,cprNumber                                         | valid    | civilStatus=widowed          | passport,residenceDocument,proofOfAddress,deathCertificate
        euStudent            | residenceDocument,identityControl,cprNumber                       | none     | civilStatus=single        | passport,proofOfAddress,admissionLetter,selfSupportDeclaration
        euSelfSufficient     | residenceDocument,identityControl,cprNumber                       | none     | -                              | passport,proofOfAddress,proofOfFunds
        euJobseeker          | unemploymentBenefit                                               | none     | -                              | pdU2
        euJobseeker          | guidance                                                          | none     | -                              | ''
        euFamily             | residenceDocument,identityControl,cprNumber                       | none     | relation=spouse civilStatus=married | passport,proofOfAddress,sponsorGround,marriageCertificate
        euFamily             | residenceDocument,identityControl,cprNumber                       | none     | relation=child ageBand=under13 | passport,proofOfAddress,sponsorGround,birthCertificate,custodyPapers
        euFamilyThirdCountry | residenceDocument,identityControl,cprNumber                       | none     | relation=spouse                | passport,proofOfAddress,sponsorGround,marriageCertificate
        euFamilyThirdCountry | identityControl,cprNumber                                         | valid    | relation=spouse                | passport,residenceDocument,proofOfAddress
        nordic               | identityControl,cprNumber                                         | none     | civilStatus=single        | passport,proofOfAddress,nordicPersonalNumber
        nordic               | identityControl,cprNumber                                         | none     | civilStatus=divorced         | passport,proofOfAddress,divorceCertificate,marriageCertificate,nordicPersonalNumber
        nordic               | identityControl,cprNumber                                         | none     | civilStatus=widowed          | passport,proofOfAddress,deathCertificate,marriageCertificate,nordicPersonalNumber
        nordic               | identityControl,cprNumber                                         | none     | ageBand=under13                | passport,proofOfAddress,nordicPersonalNumber,birthCertificate,custodyPapers
        nordic               | identityControl,cprNumber                                         | none     | ageBand=15to17 parentStaysBehind=true | passport,proofOfAddress,nordicPersonalNumber,birthCertificate,custodyPapers,parentalConsent
        thirdCountry         | identityControl,cprNumber                                         | valid    | -                              | passport,residencePermit,proofOfAddress
        thirdCountry         | taxCard                                                           | valid    | -                              | passport,residencePermit,employmentContract,taxForm
        accompanyingFamily   | identityControl,cprNumber                                         | valid    | ageBand=13to14                 | passport,residencePermit,proofOfAddress,birthCertificate,custodyPapers
        returningDane        | identityControl,cprNumber                                         | none     | -                              | passport,proofOfAddress
        """)
    void asksForThePapersOfTheServices(
            String category, String services, String proof, @Nullable String more, String papers) {
        Map<String, Object> facts = facts(category);
        facts.put("services", services);
        facts.put("residenceProof", proof);
        for (String fact : more == null ? new String[0] : more.split(" ")) {
            String value = fact.split("=")[1];
            facts.put(fact.split("=")[0], value.equals("true") ? (Object) true : value);
        }
        String required =
                decide("requiredDocuments", "required-documents.dmn", facts).getSingleEntry();

        assertThat(required).isEqualTo(papers);
    }

    /** domain.md § 1.5, rows "Right to registration" and "Duty". */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        euWorker,             upToThreeMonths, false, none
        returningDane,        upToThreeMonths, false, none
        euWorker,             overThreeMonths, false, right
        euFamilyThirdCountry, overThreeMonths, false, right
        nordic,               overThreeMonths, true,  right
        nordic,               overThreeMonths, false, right
        thirdCountry,         overThreeMonths, true,  right
        thirdCountry,         overThreeMonths, false, duty
        accompanyingFamily,   overThreeMonths, false, duty
        returningDane,        overThreeMonths, false, duty
        returningDane,        overThreeMonths, true,  right
        euWorker,             overSixMonths,   false, duty
        nordic,               overSixMonths,   true,  duty
        euWorker,             -,               false, unknown
        """)
    void tellsRightFromDuty(String category, @Nullable String stay, boolean fromNordic, String claim) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("stayLength", stay);
        facts.put("movesFromNordic", fromNordic);
        String decided =
                decide("registrationClaim", "registration-claim.dmn", facts).getSingleEntry();

        assertThat(decided).isEqualTo(claim);
    }

    /** domain.md § 2.3 and § 6: what must lie at the bottom of a registration, and from when. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        euWorker,             euDocument,    3, false
        euStudent,            euDocument,    3, false
        euSelfSufficient,     euDocument,    3, false
        euFamily,             euDocument,    3, false
        euJobseeker,          euDocument,    6, false
        euFamilyThirdCountry, residenceCard, 3, true
        thirdCountry,         permit,        -, false
        accompanyingFamily,   permit,        -, false
        nordic,               none,          -, false
        returningDane,        none,          -, false
        tourist,              unknown,       -, false
        """)
    void knowsWhichDocumentARegistrationTakes(
            String category, String basis, @Nullable Integer months, boolean biometrics) {
        Map<String, Object> decided = decide(
                        "residenceBasis", "residence-basis.dmn", new HashMap<>(Map.of("category", category)))
                .getSingleResult()
                .getEntryMap();

        assertThat(decided).containsEntry("basis", basis).containsEntry("biometrics", biometrics);
        assertThat(decided.get("neededAfterMonths") instanceof Number number ? number.intValue() : null)
                .isEqualTo(months);
    }

    /** domain.md § 1.2 (original, photo), 1.5 (everyone attends), 2.3 (papers by category) and 2.1 (existing number). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # document   | issuer       | citizen      | age     | shown    | beside those of every control
        passport     | eu           | eu           | 18plus  | original | originalPresented,documentGenuine
        passport     | eu           | eu           | 18plus  | photo    | photoQuality,photoUnaltered
        identityCard | eu           | eu           | 18plus  | original | originalPresented,documentGenuine,cardShowsBirthPlace
        passport     | nordic       | nordic       | 18plus  | original | originalPresented,documentGenuine,nordicNumberProven
        passport     | thirdCountry | thirdCountry | 18plus  | original | originalPresented,documentGenuine,specimenCompared,permitMatches
        passport     | organisation | eu           | 18plus  | original | originalPresented,documentGenuine,specimenCompared
        passport     | danish       | danish       | 18plus  | original | originalPresented,documentGenuine
        passport     | eu           | eu           | 15to17  | original | originalPresented,documentGenuine,custodyDocumented
        passport     | eu           | eu           | under13 | photo    | photoQuality,photoUnaltered,custodyDocumented
        -            | -            | -            | -       | -        | ''
        """)
    void asksEachControlForItsRequirements(
            @Nullable String document,
            @Nullable String issuer,
            @Nullable String citizen,
            @Nullable String age,
            @Nullable String shown,
            String beside) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("documentType", document);
        facts.put("issuingGroup", issuer);
        facts.put("citizenGroup", citizen);
        facts.put("ageBand", age);
        facts.put("presentation", shown);

        List<String> expected = new ArrayList<>(
                List.of("everyonePresent", "photoMatches", "detailsMatch", "documentLegible", "existingCasesChecked"));
        if (!beside.isEmpty()) {
            expected.addAll(List.of(beside.split(",")));
        }
        assertThat(decide("minimumRequirements", "minimum-requirements.dmn", facts)
                        .<String>collectEntries("requirement"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A grown citizen of the category's kind who stays more than half a year and wants nothing beside. */
    private static Map<String, Object> facts(String category) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("category", category);
        facts.put("municipalityServed", true);
        facts.put("agreedServices", ALL_SERVICES);
        facts.put("doubtfulServices", "");
        facts.put("citizenGroup", CITIZENS.get(category));
        facts.put("stayLength", "overSixMonths");
        facts.put("ageBand", "18plus");
        facts.put("residenceProof", "none");
        facts.put("earlierNumber", "none");
        facts.put("civilStatus", null);
        facts.put("relation", null);
        facts.put("parentStaysBehind", false);
        facts.put("wantsTaxCard", false);
        facts.put("wantsMitId", false);
        facts.put("wantsUnemploymentBenefit", false);
        facts.put("wantsGuidance", false);
        return facts;
    }

    private static String visitation(Map<String, Object> facts) {
        Map<String, Object> result =
                decide("visitation", "visitation.dmn", facts).getSingleResult().getEntryMap();
        return result.get("visitationResult") + ":" + result.get("services") + ":" + result.get("visitationReason");
    }

    private static DmnDecisionResult decide(String decision, String file, Map<String, Object> facts) {
        try (InputStream table = Files.newInputStream(Path.of("bpmn", file))) {
            return ENGINE.evaluateDecision(ENGINE.parseDecision(decision, table), facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
