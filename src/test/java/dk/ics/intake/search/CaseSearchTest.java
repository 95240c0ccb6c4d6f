package dk.ics.intake.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a caller can say finds the case, of own municipalities only, and leaves a line in the log. */
@IntakeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseSearchTest {

    private static final Searcher OF_TWO = new Searcher("sagsbehandler", List.of("0101", "0147"));
    private static final Searcher OF_ANOTHER = new Searcher("sagsbehandler2", List.of("0167"));
    private static final Act ACT = Act.bySystem("test");

    @Autowired
    CaseSearch search;

    @Autowired
    CaseAccess access;

    @Autowired
    CaseFile caseFile;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestDatabase database;

    private CaseReference german = new CaseReference("2026-000001");
    private boolean filled;

    @BeforeEach
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        german = person("0101", "Großmann-Weiß", "Jürgen Matthias", LocalDate.of(1991, 5, 14));
        caseFile.write(
                german,
                Map.of(
                        "identityDocumentNumber", "C01X 00-T47",
                        "phone", "+49 30 23125 014",
                        "email", "Juergen.Grossmann@example.org",
                        "housingProven", "met",
                        "registrationDate", LocalDate.of(2026, 3, 2),
                        "registrationDecision", "register",
                        "registrationDecidedBy", "sagsbehandler",
                        "registrationDecidedAt", java.time.Instant.parse("2026-03-02T09:00:00Z"),
                        "cprNumber", "7405911234",
                        "residenceDocumentNumber", "EU-4711-88"),
                ACT);
        person("0101", "Grossman", "Jorgen", LocalDate.of(1970, 1, 2));
        person("0147", "Kowalski", "Łukasz", LocalDate.of(1991, 5, 14));
        for (int i = 0; i < 55; i++) {
            person("0101", "Testesen", "Nummer", LocalDate.of(1980, 1, 1).plusDays(i));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name           | Großmann-Weiß
            name           | GROSSMANN WEISS
            name           | Weiß Jürgen
            name           | Juergen Grossmann
            name           | Jurgen
            name           | matthias jürgen großmann-weiß
            name           | Grosmann Jurgen
            name           | Großman Weis
            name           | Gorssmann Matias
            name           | Grossmannweiss
            name           | J. Großmann
            birthDate      | 14.05.1991
            cprNumber      | 740591-1234
            documentNumber | c01x00t47
            documentNumber | eu471188
            phone          | 030 23125014
            phone          | 0049 30 23 12 50 14
            phone          | +493023125014
            email          | JUERGEN.GROSSMANN@EXAMPLE.ORG
            """)
    void findsTheCase(String criterion, String text) {
        assertThat(references(OF_TWO, Map.of(criterion, text))).contains(german);
    }

    @Test
    void putsTheNameAsItIsWrittenFirst() {
        List<Hit> hits = hits(OF_TWO, Map.of("name", "Grossman"));

        assertThat(hits).extracting(Hit::name).containsExactly("Jorgen Grossman", "Jürgen Matthias Großmann-Weiß");
        assertThat(hits).extracting(Hit::asWritten).containsExactly(true, false);
    }

    @Test
    void narrowsWithEachCriterion() {
        assertThat(hits(OF_TWO, Map.of("birthDate", "14.05.1991"))).hasSize(2);
        assertThat(references(OF_TWO, Map.of("birthDate", "14.05.1991", "name", "Grosman")))
                .containsExactly(german);
        assertThat(references(OF_TWO, Map.of("birthDate", "15.05.1991", "name", "Grosman")))
                .isEmpty();
        assertThat(references(
                        OF_TWO, Map.of("reference", german.value(), "cprNumber", "740591-1234", "phone", "3023125014")))
                .containsExactly(german);
    }

    @Test
    void findsACaseOfWhichNobodyKnowsThePerson() {
        CaseReference enquiry = caseFile.open(new MunicipalityCode("0101"), "euWorker", "phone", ACT);

        assertThat(references(OF_TWO, Map.of("reference", enquiry.value()))).containsExactly(enquiry);
    }

    @Test
    void findsWhatWasCorrectedAndNoMoreWhatItWas() {
        CaseReference reference = person("0101", "Ølgaard", "Ane", LocalDate.of(1999, 9, 9));
        caseFile.write(reference, Map.of("familyName", "Zimmermann"), ACT);

        assertThat(references(OF_TWO, Map.of("name", "Zimermann", "birthDate", "09.09.1999")))
                .containsExactly(reference);
        assertThat(references(OF_TWO, Map.of("name", "Ølgaard", "birthDate", "09.09.1999")))
                .isEmpty();
        assertThat(references(OF_TWO, Map.of("name", "Zimmermann"))).containsExactly(reference);
        assertThat(references(OF_TWO, Map.of("name", "Ølgaard"))).isEmpty();
        assertThat(references(OF_TWO, Map.of("name", "Ane"))).containsExactly(reference);
    }

    @Test
    void showsTheNewestOfThoseWithACommonName() {
        Set<CaseReference> before = Set.copyOf(references(OF_TWO, Map.of("name", "Testesen")));
        CaseReference newest = person("0101", "Testesen", "Zenia", LocalDate.of(1999, 9, 9));

        assertThat(before).hasSize(50);
        assertThat(references(OF_TWO, Map.of("name", "Testesen"))).hasSize(50).contains(newest);
    }

    @Test
    void anotherPersonsNumberFindsNothing() {
        CaseReference reference = person("0101", "Berg", "Ida", LocalDate.of(1985, 2, 3));
        caseFile.write(reference, Map.of("existingNumber", "6302859999", "existingNumberDecision", "otherPerson"), ACT);
        assertThat(references(OF_TWO, Map.of("cprNumber", "630285-9999"))).isEmpty();

        caseFile.write(reference, Map.of("existingNumberDecision", "samePerson"), ACT);
        assertThat(references(OF_TWO, Map.of("cprNumber", "630285-9999"))).containsExactly(reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name           | Großmann-Weiß
            name           | Grosmann
            birthDate      | 14.05.1991
            cprNumber      | 740591-1234
            documentNumber | c01x00t47
            phone          | 030 23125014
            email          | juergen.grossmann@example.org
            """)
    void anotherMunicipalityFindsNothing(String criterion, String text) {
        assertThat(references(OF_ANOTHER, Map.of(criterion, text))).isEmpty();
        assertThat(references(new Searcher("nobody", List.of()), Map.of(criterion, text)))
                .isEmpty();
    }

    @Test
    void opensOwnMunicipalitiesCasesOnly() {
        assertThat(open(OF_TWO, "inquiry", german.value()))
                .isEqualTo(new Opening.Opened(german, new Ground("inquiry", null, null)));
        assertThat(open(OF_ANOTHER, "inquiry", german.value())).isEqualTo(new Opening.NotFound());
        assertThat(open(OF_TWO, "inquiry", "2026-999999")).isEqualTo(new Opening.NotFound());
        assertThat(open(OF_TWO, "inquiry", "Großmann")).isEqualTo(new Opening.NotFound());
        assertThat(open(OF_TWO, "curiosity", german.value())).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void showsFiftyAndSaysThatThereAreMore() {
        assertThat(find(OF_TWO, Map.of("name", "Testesen"))).isInstanceOfSatisfying(SearchAnswer.Found.class, found -> {
            assertThat(found.hits()).hasSize(50);
            assertThat(found.more()).isTrue();
        });
        assertThat(find(OF_TWO, Map.of("name", "Testessen")))
                .isInstanceOfSatisfying(SearchAnswer.Found.class, found -> {
                    assertThat(found.hits()).hasSize(50).noneMatch(Hit::asWritten);
                    assertThat(found.more()).isTrue();
                });
        assertThat(find(OF_TWO, Map.of("name", "Kowalski")))
                .isInstanceOfSatisfying(
                        SearchAnswer.Found.class,
                        found -> assertThat(found.more()).isFalse());
    }

    @Test
    void refusesWithASentenceAtTheField() {
        assertThat(problems("inquiry", Map.of("birthDate", "31.02.1991", "phone", "12", "name", "Bo")))
                .extracting(FieldProblem::key)
                .containsExactlyInAnyOrder("birthDate", "phone");
        assertThat(problems("", Map.of("name", "Bo")))
                .containsExactly(new FieldProblem("purpose", "Vælg, hvad du skal bruge sagen til."));
        assertThat(problems("inquiry", Map.of("name", "  "))).isEmpty();
        assertThatThrownBy(() -> find(OF_TWO, Map.of("Großmann", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Großmann");
    }

    @Test
    void logsWhoWhatForAndWhichKindsButNoValue() {
        Searcher who = new Searcher("log-reader", List.of("0101", "0147"));
        find(who, Map.of("name", "Grosmann", "birthDate", "14.05.1991"));
        open(who, "complaint", german.value());
        find(who, Map.of("phone", "12"));
        open(who, "complaint", "2026-999999");

        List<Map<String, Object>> lines = log(who);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).containsEntry("act", "searched").containsEntry("purpose", "inquiry");
        assertThat(lines.get(0)).containsEntry("criteria", "{name,birthDate}").containsEntry("hits", 1);
        assertThat(lines.get(0).get("case_reference")).isNull();
        assertThat(lines.get(1)).containsEntry("act", "opened").containsEntry("purpose", "complaint");
        assertThat(lines.get(1)).containsEntry("case_reference", german.value());
        assertThat(lines.toString()).doesNotContainIgnoringCase("grosmann", "1991-05", "14.05");
    }

    @Test
    void showsNothingThatIsNotLogged() {
        Searcher who = new Searcher("rolled-back", List.of("0101"));
        transaction.executeWithoutResult(status -> {
            search.find(who, "inquiry", Map.of("name", "Grossman"));
            openNow(who, "inquiry", german.value());
            status.setRollbackOnly();
        });
        assertThat(log(who)).as("search and log are one transaction").isEmpty();
    }

    @Test
    void nobodyOfTheApplicationChangesTheLog() {
        JdbcClient app = JdbcClient.create(database.as("app"));
        for (String change : List.of("update ics.case_access set purpose = 'x'", "delete from ics.case_access")) {
            assertThatThrownBy(() -> app.sql(change).update()).isInstanceOf(DataAccessException.class);
        }
    }

    private CaseReference person(String municipality, String family, String given, LocalDate born) {
        CaseReference reference = caseFile.open(new MunicipalityCode(municipality), "euWorker", "phone", ACT);
        caseFile.write(reference, Map.of("familyName", family, "givenNames", given, "birthDate", born), ACT);
        return reference;
    }

    private SearchAnswer find(Searcher who, Map<String, String> entered) {
        return search.find(who, "inquiry", entered);
    }

    private List<Hit> hits(Searcher who, Map<String, String> entered) {
        return ((SearchAnswer.Found) find(who, entered)).hits();
    }

    private List<CaseReference> references(Searcher who, Map<String, String> entered) {
        return hits(who, entered).stream().map(Hit::reference).toList();
    }

    private List<FieldProblem> problems(String purpose, Map<String, String> entered) {
        return ((SearchAnswer.Refused) search.find(OF_TWO, purpose, entered)).problems();
    }

    private Opening open(Searcher who, String purpose, String reference) {
        Opening opening = transaction.execute(status -> openNow(who, purpose, reference));
        return java.util.Objects.requireNonNull(opening);
    }

    private Opening openNow(Searcher who, String purpose, String reference) {
        Opening opening = search.mayOpen(who, purpose, reference);
        if (opening instanceof Opening.Opened opened) {
            access.opened(who, opened.ground(), opened.reference());
        }
        return opening;
    }

    private List<Map<String, Object>> log(Searcher who) {
        return JdbcClient.create(database.as("app"))
                .sql(
                        "select act, purpose, case_reference, criteria::text, hits from ics.case_access where user_id = :user order by id")
                .param("user", who.userId())
                .query()
                .listOfRows();
    }
}
