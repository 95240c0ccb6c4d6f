package dk.ics.intake.process;

import static dk.ics.intake.time.DanishCalendar.COPENHAGEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.Beginning;
import dk.ics.intake.evidence.Checkpoints;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.evidence.LedgerRows;
import dk.ics.intake.evidence.TestLedger;
import dk.ics.intake.evidence.Verifications;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.report.ReportWords;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The compliance report of a period: its figures, and each kind of what can be missing, provoked and not. */
class ComplianceReportTest extends ProcessTest {

    private static final String PATH = "/camunda/api/ics/reports/compliance";
    private static final String MARCH = "{\"from\":\"2026-03-01\",\"to\":\"2026-03-31\"}";
    private static final Path PICTURES = Path.of("target/reports");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Checkpoints checkpoints;

    @Value("${ics.evidence.export}")
    Path export;

    @Autowired
    Verifications verifications;

    @Autowired
    TestDatabase database;

    @Autowired
    Beginning beginning;

    /** The accounts of the demonstration were trained when the application started, which is later than the test's today. */
    @BeforeEach
    void nothingWasDoneYet() throws Exception {
        TestLedger.forget(export);
        testClock.set(TestClock.START);
        database.removeCases();
        database.execute("truncate ics.supervision cascade");
        database.execute("update ics.training set completed_on = '2026-02-02', recorded_at = '2026-02-02T10:00+01'");
        beginning.begin();
    }

    @AfterEach
    void whatWasTriedIsForgotten() throws Exception {
        TestLedger.forget(export);
        database.execute("delete from ics.procedure where version like 'try-%'");
        database.execute("delete from ics.training_revocation");
        testClock.set(TestClock.START);
    }

    @Test
    void figures_are_what_was_done() throws Exception {
        CaseReference supervised = approved();
        differing();
        doubt();
        withPhoto();
        CaseUnderTest elsewhere = begin("identityControl", Map.of());
        caseFile.place(elsewhere.reference(), new MunicipalityCode("0101"), Act.bySystem("test"));
        elsewhere.work("controlIdentity");
        TestSupervision supervision = new TestSupervision(jdbc, transaction, clock);
        long number = supervision.draw(FIRST, TODAY, List.of(supervised), 4);
        supervision.reviewWithCourse(number, 1, "Svar mangler.", LocalDate.of(2026, 4, 1));
        signAndVerify();

        JsonNode report = report(MARCH);

        assertThat(report.at("/procedures/all").toString())
                .isEqualTo(
                        "{\"total\":5,\"approved\":4,\"doubt\":1,\"photo\":1,\"withDifferences\":1,\"withNotRelevant\":0}");
        assertThat(report.at("/procedures/municipalities"))
                .extracting(one -> one.at("/municipality/label").asText() + " "
                        + one.at("/controls/total").asInt())
                .containsExactly("København 1", "Frederiksberg 4");
        assertThat(report.at("/procedures/versions")).singleElement().satisfies(version -> {
            assertThat(version.path("version").asText()).isEqualTo("2026-1");
            assertThat(version.path("controls").asInt()).isEqualTo(5);
            assertThat(version.path("changed").asBoolean()).isFalse();
        });
        assertThat(asked(report, "originalPresented")).containsExactly(4, 3, 1, 0);
        assertThat(asked(report, "photoQuality")).containsExactly(1, 1, 0, 0);
        assertThat(asked(report, "photoMatches")).containsExactly(5, 5, 0, 0);
        assertThat(report.at("/training/valid").asInt())
                .as("idkontrol, idkontrol2, specialist")
                .isEqualTo(3);
        assertThat(report.at("/training/employees"))
                .filteredOn(one -> one.at("/employee/userId").asText().equals("idkontrol"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("controls").asInt()).isEqualTo(5);
                    assertThat(one.at("/standing/label").asText()).isEqualTo("Gyldig");
                    assertThat(one.at("/group/label").asText()).isEqualTo("Identitetskontrol");
                });
        assertThat(report.at("/supervision/all").toString())
                .isEqualTo("{\"controls\":5,\"covered\":4,\"drawn\":1,\"reviewed\":1,\"remarks\":0,\"errors\":1,"
                        + "\"followUps\":1,\"openFollowUps\":1}");
        assertThat(report.at("/supervision/caseworkers"))
                .extracting(one -> one.at("/municipality/code").asText() + " "
                        + one.at("/caseworker/userId").asText() + " "
                        + one.at("/coverage/controls").asInt() + " "
                        + one.at("/coverage/covered").asInt())
                .containsExactly("0101 idkontrol 1 0", "0147 idkontrol 4 4");
        assertThat(report.at("/supervision/municipalities"))
                .extracting(one -> one.at("/municipality/label").asText() + " "
                        + one.at("/coverage/controls").asInt() + " "
                        + one.at("/coverage/drawn").asInt() + " "
                        + one.at("/coverage/reviewed").asInt())
                .containsExactly("København 1 0 0", "Frederiksberg 4 1 1");
        assertThat(report.at("/supervision/samples/0/seed").asText()).isEqualTo(TestSupervision.SEED);
        assertThat(report.at("/documentation/controls").asInt()).isEqualTo(5);
        assertThat(report.at("/documentation/complete").asInt()).isEqualTo(5);
        assertThat(report.at("/documentation/checkpoints").asInt()).isEqualTo(1);
        assertThat(report.at("/documentation/verifications").asInt()).isEqualTo(1);
        assertThat(report.at("/documentation/holding").asInt()).isEqualTo(1);
        assertThat(report.at("/documentation/lastVerification/startedBy/userId").asText())
                .isEqualTo("tilsyn");
        long covered = jdbc.sql("select count(*) from ics.evidence_entry")
                        .query(Long.class)
                        .single()
                - report.at("/documentation/uncovered").asLong();
        assertThat(report.at("/documentation/entries").asLong())
                .isEqualTo(covered)
                .isPositive();
        assertThat(missing(report)).isEmpty();
        assertThat(report.path("missingTotal").asInt()).isZero();
    }

    @Test
    void figures_are_of_the_period_and_days_are_danish() throws Exception {
        testClock.set(LocalDate.of(2026, 3, 31).atTime(23, 30).atZone(COPENHAGEN));
        approved();
        testClock.set(LocalDate.of(2026, 4, 1).atTime(0, 30).atZone(COPENHAGEN));
        approved();
        approved();

        assertThat(report(MARCH).at("/procedures/all/total").asInt()).isEqualTo(1);
        assertThat(report("{\"from\":\"2026-04-01\",\"to\":\"2026-04-01\"}")
                        .at("/procedures/all/total")
                        .asInt())
                .isEqualTo(2);
        assertThat(report("{\"from\":\"2026-02-01\",\"to\":\"2026-02-28\"}")
                        .at("/procedures/all/total")
                        .asInt())
                .isZero();
    }

    @Test
    void nothing_is_missing_where_nothing_was_done() throws Exception {
        signAndVerify();

        JsonNode report = report(MARCH);

        assertThat(missing(report)).isEmpty();
        assertThat(new Pdf(pdf(MARCH).body()).text())
                .contains("Der mangler ikke noget.", "Der er ikke udført nogen kontrol i perioden.")
                .contains("Der er ikke ført tilsyn med perioden.");
    }

    @Test
    void a_procedure_that_was_not_followed_is_missing() throws Exception {
        approved();
        assertThat(missing(report(MARCH))).doesNotContainKey("OTHER_PROCEDURE");
        database.execute("insert into ics.procedure (version, title, changes, decision_version, valid_from)"
                + " values ('try-1', 'Identitetskontrol', 'Prøve.', 1, '2026-03-02')");

        assertThat(missing(report(MARCH)))
                .containsEntry("OTHER_PROCEDURE", List.of("Fulgte udgave 2026-1; den dag gjaldt udgave try-1."));
    }

    @Test
    void a_procedure_put_in_force_later_on_the_day_was_not_yet_to_be_followed() throws Exception {
        approved();
        testClock.advance(Duration.ofHours(1));
        database.execute("insert into ics.procedure"
                + " (version, title, changes, decision_version, valid_from, put_in_force_by, put_in_force_at)"
                + " values ('try-2', 'Identitetskontrol', 'Prøve.', 1, '2026-03-02', 'tilsyn', '2026-03-02T10:45+01')");

        JsonNode report = report(MARCH);
        assertThat(missing(report)).doesNotContainKey("OTHER_PROCEDURE");
        assertThat(report.at("/procedures/versions"))
                .extracting(version -> version.path("version").asText() + " "
                        + version.path("changed").asBoolean())
                .containsExactly("try-2 true", "2026-1 false");
    }

    @Test
    void a_requirement_without_answer_or_approved_unmet_is_missing() throws Exception {
        String one = approved().value();
        String other = approved().value();
        doubt();
        database.execute("delete from ics.control_requirement where requirement = 'photoMatches'"
                + " and case_reference = '" + one + "'");
        database.execute("update ics.control_requirement set answer = 'notMet' where requirement = 'detailsMatch'"
                + " and case_reference = '" + other + "'");

        JsonNode report = report(MARCH);
        assertThat(missing(report).get("REQUIREMENT_LACKING"))
                .containsExactlyInAnyOrder(
                        "»Billedet forestiller borgeren« er ikke besvaret.",
                        "Godkendt, selv om »Oplysningerne svarer til sagen« ikke er opfyldt.");
        assertThat(report.at("/documentation/controls").asInt()).isEqualTo(3);
        assertThat(report.at("/documentation/complete").asInt()).isEqualTo(1);
    }

    @Test
    void training_that_was_missing_then_or_is_now_is_missing() throws Exception {
        approved();
        CaseUnderTest inDoubt = begin("identityControl", Map.of());
        inDoubt.work("controlIdentity", Map.of("identityOutcome", "doubt")).work("examineDoubt");
        assertThat(missing(report(MARCH)))
                .doesNotContainKeys("CONTROL_UNTRAINED", "SPECIALIST_UNTRAINED", "TRAINING_EXPIRED");
        jdbc.sql("select id from ics.training where user_id in ('idkontrol', 'specialist')")
                .query(UUID.class)
                .list()
                .forEach(id -> database.execute("insert into ics.training_revocation values ('" + id
                        + "', 'Prøve', 'tilsyn', '2026-03-02T10:00+01')"));

        Map<String, List<String>> missing = missing(report(MARCH));
        assertThat(missing.get("CONTROL_UNTRAINED"))
                .containsExactly("Uddannelsen er siden trukket tilbage.", "Uddannelsen er siden trukket tilbage.");
        assertThat(missing.get("SPECIALIST_UNTRAINED"))
                .containsExactly("Vurderede tvivlen uden gyldig specialistuddannelse.");
        assertThat(missing.get("TRAINING_EXPIRED"))
                .containsExactly(
                        "»Identitetskontrol – grundkursus« er ikke registreret.",
                        "»Identitetskontrol – specialistkursus« er ikke registreret.");
    }

    @Test
    void training_is_looked_at_on_the_last_day_of_the_period() throws Exception {
        LocalDate until = jdbc.sql("select valid_until from ics.training where user_id = 'idkontrol'")
                .query(LocalDate.class)
                .single();
        testClock.set(until.plusDays(1).atTime(10, 0).atZone(COPENHAGEN));

        assertThat(standing(until.minusDays(1))).isEqualTo("EXPIRING");
        assertThat(standing(until.minusDays(31))).isEqualTo("VALID");
        assertThat(standing(until.plusDays(1))).isEqualTo("EXPIRED");
    }

    @Test
    void a_month_without_supervision_is_missing_when_it_is_over() throws Exception {
        CaseReference one = approved();
        approved();
        assertThat(missing(report(MARCH))).doesNotContainKey("NOT_SUPERVISED");
        testClock.set(LocalDate.of(2026, 4, 7).atTime(10, 0).atZone(COPENHAGEN));
        assertThat(missing(report(MARCH)))
                .containsEntry("NOT_SUPERVISED", List.of("Marts 2026: 2 kontroller er ikke omfattet af et tilsyn."));

        new TestSupervision(jdbc, transaction, clock).draw(FIRST, LocalDate.of(2026, 3, 31), List.of(one), 2);
        assertThat(missing(report(MARCH))).doesNotContainKey("NOT_SUPERVISED");
    }

    @Test
    void a_supervision_that_is_not_brought_to_its_end_is_missing() throws Exception {
        CaseReference one = approved();
        CaseReference other = approved();
        CaseReference third = approved();
        TestSupervision supervision = new TestSupervision(jdbc, transaction, clock);
        long number = supervision.draw(FIRST, TODAY, List.of(one, other, third), 3);
        supervision.reviewWithCourse(number, 1, "Svar mangler.", LocalDate.of(2026, 3, 20));
        database.execute(
                "begin; set local session_replication_role = replica; insert into ics.supervision_review values ("
                        + number + ", 2, 'tilsyn', '2026-03-02T10:00+01', 'error', 'Forkert.'); commit");

        Map<String, List<String>> missing = missing(report(MARCH));
        assertThat(missing)
                .containsEntry(
                        "REVIEW_MISSING", List.of("Udtaget til tilsyn nr. %d den 2. marts 2026.".formatted(number)))
                .containsEntry(
                        "FINDING_NOT_FOLLOWED_UP",
                        List.of("Fejl ved tilsyn nr. %d uden ny kontrol eller kursus.".formatted(number)))
                .doesNotContainKey("FOLLOW_UP_OVERDUE");
        testClock.set(LocalDate.of(2026, 3, 21).atTime(10, 0).atZone(COPENHAGEN));
        assertThat(missing(report(MARCH)))
                .containsEntry(
                        "FOLLOW_UP_OVERDUE",
                        List.of("Kursus efter tilsyn nr. %d er ikke gennemført; fristen var den 20. marts 2026."
                                .formatted(number)));
    }

    @Test
    void a_record_that_is_not_whole_is_missing() throws Exception {
        CaseReference former = doubt();
        CaseReference unexplained = differing();
        approved();
        assertThat(missing(report(MARCH))).doesNotContainKey("RECORD_INCOMPLETE");
        database.execute(
                "update ics.control set difference_explanation = null where case_reference = '" + unexplained + "'");
        database.execute("update ics.identity set control_no = null where case_reference = '" + former + "'");
        for (String table : List.of("control_requirement", "control_difference", "control_training", "control")) {
            database.execute("delete from ics." + table + " where case_reference = '" + former + "'");
        }

        JsonNode report = report(MARCH);
        assertThat(missing(report).get("RECORD_INCOMPLETE"))
                .containsExactlyInAnyOrder(
                        "Kontrolleret, før hver kontrol blev gemt med alle svar og uddannelse.",
                        "Godkendt uden forklaring på forskelle mellem dokument og ansøgning.");
        assertThat(report.at("/documentation/controls").asInt()).isEqualTo(3);
        assertThat(report.at("/documentation/complete").asInt()).isEqualTo(1);
    }

    @Test
    void a_registration_without_approved_identity_is_missing() throws Exception {
        TestCases.decideRegistration(caseFile, approved());
        assertThat(missing(report(MARCH))).doesNotContainKey("NO_CONTROL");
        TestCases.decideRegistration(caseFile, begin("guidance", Map.of()).reference());
        TestCases.decideRegistration(caseFile, doubt());

        assertThat(missing(report(MARCH)).get("NO_CONTROL"))
                .containsExactlyInAnyOrder(
                        "Registreret, uden at der er udført en identitetskontrol.",
                        "Registreret, uden at identiteten er godkendt.");
    }

    @Test
    void a_ledger_that_was_not_verified_or_does_not_hold_is_missing() throws Exception {
        CaseReference reference = approved();
        assertThat(missing(report(MARCH)))
                .containsEntry("LEDGER_NOT_VERIFIED", List.of("Kontrolsporet er aldrig efterprøvet."))
                .doesNotContainKey("LEDGER_FINDING");
        testClock.advance(Duration.ofMinutes(2));
        assertThat(missing(report(MARCH)).get("ENTRY_UNCOVERED"))
                .singleElement()
                .satisfies(text -> assertThat(text).endsWith("den ældste er fra den 2. marts 2026."));

        signAndVerify();
        assertThat(missing(report(MARCH)))
                .doesNotContainKeys("LEDGER_NOT_VERIFIED", "LEDGER_FINDING", "ENTRY_UNCOVERED");
        assertThat(missing(report("{\"from\":\"2026-03-03\",\"to\":\"2026-03-31\"}")))
                .containsEntry(
                        "LEDGER_NOT_VERIFIED", List.of("Kontrolsporet er ikke efterprøvet siden den 2. marts 2026."));

        database.execute("update ics.control set photo_reason = 'x' where case_reference = '" + reference + "'");
        verify();
        assertThat(missing(report(MARCH)))
                .containsEntry("LEDGER_FINDING", List.of("Rækken er ændret uden om systemet. (1)"));
    }

    @Test
    void a_supervisor_sees_the_own_municipalities_only() throws Exception {
        approved();
        TestCases.decideRegistration(caseFile, begin("guidance", Map.of()).reference());
        testClock.set(LocalDate.of(2026, 4, 7).atTime(10, 0).atZone(COPENHAGEN));
        try (TestSupervisor copenhagen = new TestSupervisor(engine.getIdentityService(), "0101")) {
            JsonNode report = json.readTree(
                    copenhagen.login(port).json("POST", PATH, MARCH).body());

            assertThat(report.path("municipalities").findValuesAsText("label")).containsExactly("København");
            assertThat(report.at("/procedures/all/total").asInt()).isZero();
            assertThat(missing(report)).doesNotContainKeys("NO_CONTROL", "NOT_SUPERVISED");
            assertThat(report.toString()).doesNotContain("Frederiksberg", "2026-000");
        }
    }

    @Test
    void the_paper_is_accessible_and_danish_throughout() throws Exception {
        CaseReference one = approved();
        CaseReference other = approved();
        doubt();
        withPhoto();
        TestCases.decideRegistration(caseFile, begin("guidance", Map.of()).reference());
        TestSupervision supervision = new TestSupervision(jdbc, transaction, clock);
        long number = supervision.draw(FIRST, TODAY, List.of(one, other), 4);
        supervision.reviewWithCourse(number, 1, "Svar mangler.", LocalDate.of(2026, 3, 20));
        signAndVerify();
        testClock.set(LocalDate.of(2026, 3, 21).atTime(10, 0).atZone(COPENHAGEN));

        HttpResponse<byte[]> answer = pdf(MARCH);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"efterlevelse-2026-03-01-2026-03-31.pdf\"");
        Pdf pdf = new Pdf(answer.body());
        pdf.draw(PICTURES, "compliance");
        assertThat(pdf.accessibilityFaults()).isEmpty();
        assertThat(pdf.language()).isEqualTo("da");
        assertThat(pdf.title()).isEqualTo("Identitetskontrol: efterlevelse 01.03.2026 til 31.03.2026");
        assertThat(pdf.embedsItsFonts()).isTrue();
        assertThat(ReportWords.codes(pdf.text())).isEmpty();
        assertThat(pdf.text())
                .containsSubsequence(
                        "Det mangler",
                        "Registreret uden godkendt identitetskontrol",
                        "Det mangler ikke",
                        "Nr. 1: Forretningsgange og minimumskrav",
                        "Nr. 2: Uddannelse",
                        "Nr. 3: Tilsyn",
                        "Nr. 4: Skriftlig dokumentation",
                        "intet er ændret eller fjernet.");
        assertThat(LedgerRows.ofKind(jdbc, Kind.SUPERVISION_ACT))
                .filteredOn(entry -> entry.path("act").path("act").asText().equals("complianceReportTaken"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("user").asText()).isEqualTo("tilsyn");
                    assertThat(entry.path("act").path("from").asText()).isEqualTo("2026-03-01");
                    assertThat(entry.path("act").path("sha256").asText()).hasSize(64);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                          | from,to
        {"from":"2026-03-01"}                       | to
        {"from":"2026-03-01","to":"2026-02-28"}     | to
        {"from":"2026-02-30","to":"2026-03-31"}     | from
        {"from":"2001-01-01","to":"2026-03-31"}     | to
        {"from":"2026-03-01","to":"2026-03-31","municipality":"0147"} | municipality
        """)
    void a_period_that_is_none_is_refused_in_danish(String body, String fields) throws Exception {
        for (String accept : List.of("application/json", "application/pdf")) {
            HttpResponse<String> answer = supervisor().with("Accept", accept).json("POST", PATH, body);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            JsonNode refused = json.readTree(answer.body());
            assertThat(refused.path("message").asText()).isEqualTo("Ret de nævnte felter, og send igen.");
            assertThat(new TreeSet<>(fieldNames(refused))).containsExactly(fields.split(","));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitation", "sagsbehandler", "idkontrol", "specialist", "bif", "partner0147", "admin"})
    void nobody_else_may(String account) {
        String app = account.equals("admin") || account.startsWith("partner") ? "cockpit" : "tasklist";
        Http other = WebappUser.login(port, account, "demo", app).http();

        assertThat(other.json("POST", PATH, MARCH).statusCode()).isEqualTo(403);
    }

    private CaseReference approved() {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        theCase.work("controlIdentity");
        return theCase.reference();
    }

    /** The original was not shown. */
    private CaseReference doubt() {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        theCase.work("controlIdentity", Map.of("identityOutcome", "doubt", "answerOriginalPresented", "notMet"));
        return theCase.reference();
    }

    private CaseReference withPhoto() {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        theCase.work(
                "controlIdentity", Map.of("presentation", "photo", "photoReason", "Passet ligger hos en ambassade."));
        return theCase.reference();
    }

    private CaseReference differing() {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        String zone = theCase.shown("controlIdentity").at("/mrz/value").asText();
        caseFile.write(theCase.reference(), Map.of("familyName", "Kowalska"), Act.bySystem("test"));
        theCase.work("controlIdentity", Map.of("mrz", zone, "differenceExplanation", "Gift."));
        return theCase.reference();
    }

    private void signAndVerify() {
        TestLedger.sign(checkpoints);
        verify();
    }

    private void verify() {
        UUID id = verifications.start("tilsyn").id();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> verifications.find(id).orElseThrow().state() == Verifications.State.DONE);
    }

    private String standing(LocalDate day) throws Exception {
        JsonNode report = report("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(day, day));
        for (JsonNode one : report.at("/training/employees")) {
            if (one.at("/employee/userId").asText().equals("idkontrol")) {
                return one.at("/standing/code").asText();
            }
        }
        return "";
    }

    private static List<Integer> asked(JsonNode report, String requirement) {
        for (JsonNode one : report.at("/procedures/requirements")) {
            if (one.at("/requirement/code").asText().equals(requirement)) {
                return List.of(
                        one.path("asked").asInt(),
                        one.path("met").asInt(),
                        one.path("notMet").asInt(),
                        one.path("notRelevant").asInt());
            }
        }
        return List.of();
    }

    /** The texts of each kind of which something is missing. */
    private static Map<String, List<String>> missing(JsonNode report) {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (JsonNode kind : report.path("missing")) {
            if (kind.path("total").asLong() > 0) {
                missing.put(kind.at("/kind/code").asText(), kind.path("items").findValuesAsText("text"));
            }
        }
        return missing;
    }

    private static List<String> fieldNames(JsonNode refused) {
        List<String> names = new java.util.ArrayList<>();
        refused.path("fields").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode report(String body) throws Exception {
        HttpResponse<String> answer = supervisor().json("POST", PATH, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<byte[]> pdf(String body) {
        return supervisor().with("Accept", "application/pdf").file(PATH, body);
    }

    private Http supervisor() {
        return WebappUser.login(port, "tilsyn", "demo", "cockpit").http();
    }
}
