package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.evidence.Beginning;
import dk.ics.intake.evidence.Checkpoints;
import dk.ics.intake.evidence.LedgerRows;
import dk.ics.intake.evidence.TestLedger;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.report.ReportWords;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The control record of a case as a supervisor gets it, as data and on paper. */
class ControlRecordTest extends ProcessTest {

    private static final String PATH = "/camunda/api/ics/reports/control-record";
    private static final Path PICTURES = Path.of("target/reports");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Documents documents;

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
    TestDatabase database;

    @Autowired
    Beginning beginning;

    @BeforeEach
    void nothingWasDoneYet() throws Exception {
        TestLedger.forget(export);
        database.removeCases();
        beginning.begin();
    }

    @AfterEach
    void nothingIsSigned() throws Exception {
        TestLedger.forget(export);
        testClock.set(TestClock.START);
    }

    @Test
    void a_control_at_the_desk_is_shown_with_what_it_followed_and_who_was_trained() throws Exception {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        theCase.work("controlIdentity");

        JsonNode record = record(theCase.reference());

        assertThat(record.at("/subject/reference").asText())
                .isEqualTo(theCase.reference().value());
        JsonNode control = record.at("/controls/0");
        assertThat(control.path("number").asInt()).isEqualTo(1);
        assertThat(control.at("/controlledBy/name").asText()).isEqualTo("Ida Krogh");
        assertThat(control.at("/municipality/label").asText()).isEqualTo("Frederiksberg");
        assertThat(control.path("procedureVersion").asText()).isEqualTo("2026-1");
        assertThat(control.path("decisionVersion").asInt()).isEqualTo(1);
        assertThat(control.path("documentType").asText()).isEqualTo("Pas");
        assertThat(control.at("/presentation/label").asText()).isEqualTo("Originalt dokument");
        assertThat(control.path("answers").findValuesAsText("requirement"))
                .hasSize(control.path("answers").size());
        assertThat(control.at("/answers/0/requirement/label").asText()).isEqualTo("Alle, der flytter ind, er mødt");
        assertThat(control.path("answers"))
                .hasSize(7)
                .allSatisfy(answer ->
                        assertThat(answer.at("/answer/label").asText()).isEqualTo("Opfyldt"));
        assertThat(control.at("/training/0/course/label").asText()).isEqualTo("Identitetskontrol – grundkursus");
        assertThat(record.at("/fourEyes/code").asText()).isEqualTo("notNeeded");
        assertThat(record.path("supervision")).isEmpty();
        assertThat(record.path("ledger").get(0).path("checkpoint").isNull()).isTrue();
    }

    @Test
    void a_doubt_is_shown_with_everybody_who_looked_and_the_ledger_that_proves_it() throws Exception {
        CaseReference reference = refusedAfterHearing();
        TestLedger.sign(checkpoints);

        JsonNode record = record(reference);

        JsonNode control = record.at("/controls/0");
        assertThat(control.at("/result/label").asText()).isEqualTo("Tvivl");
        assertThat(control.at("/presentation/code").asText()).isEqualTo("photo");
        assertThat(control.path("photoReason").asText()).isEqualTo("Passet ligger hos en ambassade.");
        assertThat(control.at("/differences/0/field/label").asText()).isEqualTo("Efternavn");
        assertThat(control.at("/differences/0/application").asText()).isEqualTo("Kowalska");
        assertThat(control.path("explanation").asText()).isEqualTo("Gift; vielsesattest set.");
        assertThat(control.path("answers"))
                .anySatisfy(
                        answer -> assertThat(answer.at("/answer/code").asText()).isEqualTo("notMet"));
        assertThat(record.at("/fourEyes/code").asText()).isEqualTo("held");
        assertThat(record.path("steps"))
                .extracting(step -> step.at("/act/code").asText() + " "
                        + step.at("/by/userId").asText() + " "
                        + step.at("/outcome/code").asText())
                .containsExactly(
                        "controlIdentity idkontrol doubt",
                        "examineDoubt specialist askNidc",
                        "referToNidc system MODTAGET",
                        "referToNidc system ACCEPTERET",
                        "referToNidc system answered",
                        "examineDoubt specialist refusalConsidered",
                        "hearParty specialist ",
                        "sendHearing system SENT",
                        "recordHearingAnswer specialist decide",
                        "decideRefusal specialist refused",
                        "sendIdentityRefusal system SENT");
        assertThat(record.at("/referrals/0/result/label").asText())
                .isEqualTo("Dokumentet vurderes falsk eller forfalsket");
        assertThat(record.at("/looks/0/decision/label").asText()).isEqualTo("Identiteten ikke godkendt");
        assertThat(record.at("/looks/0/examinedBy/userId").asText()).isEqualTo("specialist");
        assertThat(record.at("/documents/0/type/label").asText()).isEqualTo("Pas");
        assertThat(record.at("/documents/0/sha256").asText()).hasSize(64);
        assertThat(record.path("ledger"))
                .hasSize(LedgerRows.of(jdbc, reference.value()).size())
                .allSatisfy(line -> assertThat(line.path("checkpoint").asLong()).isPositive());
        assertThat(record.path("ledger"))
                .anySatisfy(line -> assertThat(line.path("step").asText()).isEqualTo("Kontrollér identitet"));
        assertThat(ReportWords.codes(labels(record))).isEmpty();
    }

    @Test
    void what_is_not_covered_yet_says_so_and_what_is_names_its_checkpoint() throws Exception {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        TestLedger.sign(checkpoints);
        theCase.work("controlIdentity");

        JsonNode lines = record(theCase.reference()).path("ledger");

        long last = jdbc.sql("select max(number) from ics.evidence_checkpoint")
                .query(Long.class)
                .single();
        assertThat(lines.get(0).path("checkpoint").asLong()).isEqualTo(last);
        assertThat(lines.get(lines.size() - 1).path("checkpoint").isNull()).isTrue();
    }

    @Test
    void a_supervision_is_shown_with_its_finding_and_what_came_of_it() throws Exception {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        theCase.work("controlIdentity");
        TestSupervision supervision = new TestSupervision(jdbc, transaction, clock);
        long number = supervision.draw(FIRST, TODAY, List.of(theCase.reference()), 1);
        supervision.reviewWithCourse(number, 1, "Sammenligningen mangler.", LocalDate.of(2026, 4, 1));

        JsonNode item = record(theCase.reference()).at("/supervision/0");

        assertThat(item.path("supervision").asLong()).isEqualTo(number);
        assertThat(item.at("/reviewedBy/userId").asText()).isEqualTo("tilsyn");
        assertThat(item.at("/finding/label").asText()).isEqualTo("Fejl");
        assertThat(item.path("text").asText()).isEqualTo("Sammenligningen mangler.");
        assertThat(item.at("/followUps/0/course").asText()).isEqualTo("Identitetskontrol – grundkursus");
        assertThat(item.at("/followUps/0/result").isNull()).isTrue();
    }

    @Test
    void the_paper_is_accessible_and_danish_throughout() throws Exception {
        CaseReference reference = refusedAfterHearing();
        TestSupervision supervision = new TestSupervision(jdbc, transaction, clock);
        supervision.reviewWithCourse(
                supervision.draw(FIRST, LocalDate.of(2026, 3, 2), List.of(reference), 1),
                1,
                "Fotoet er godtaget, selv om linjen ikke kan læses.",
                LocalDate.of(2026, 4, 1));
        TestLedger.sign(checkpoints);

        HttpResponse<byte[]> answer =
                supervisor().with("Accept", "application/pdf").file(PATH, body(reference));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"kontroldokumentation.pdf\"");
        Pdf pdf = new Pdf(answer.body());
        pdf.draw(PICTURES, "control-record");
        assertThat(pdf.accessibilityFaults()).isEmpty();
        assertThat(pdf.language()).isEqualTo("da");
        assertThat(pdf.title()).isEqualTo("Kontroldokumentation for sag " + reference);
        assertThat(pdf.embedsItsFonts()).isTrue();
        assertThat(ReportWords.codes(pdf.text())).isEmpty();
        assertThat(pdf.text())
                .contains(
                        "Kontrol 1 – tvivl",
                        "Ida Krogh (idkontrol)",
                        "Foto (undtagelse efter stk. 6)",
                        "Forklaring: Gift; vielsesattest set.",
                        "Overholdt: en anden end den, der udførte kontrollen, så på tvivlen.",
                        "Udtalelse fra NIDC",
                        "Identiteten ikke godkendt",
                        "Fotoet er godtaget, selv om linjen ikke kan læses.",
                        "Kontrolpunkt ",
                        "Kontrollér identitet");
        assertThat(LedgerRows.of(jdbc, reference.value()))
                .filteredOn(entry -> entry.path("act").path("act").asText().equals("controlRecordTaken"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("user").asText()).isEqualTo("tilsyn");
                    assertThat(entry.path("act").path("sha256").asText())
                            .isEqualTo(HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(answer.body())));
                });
    }

    @Test
    void a_case_without_control_says_so() throws Exception {
        CaseReference reference = begin("guidance", Map.of()).reference();

        assertThat(record(reference).path("controls")).isEmpty();
        assertThat(new Pdf(supervisor()
                                .with("Accept", "application/pdf")
                                .file(PATH, body(reference))
                                .body())
                        .text())
                .contains("Der er ikke udført nogen identitetskontrol i sagen.");
    }

    @Test
    void each_look_up_has_a_purpose_and_is_logged() throws Exception {
        CaseReference reference = begin("identityControl", Map.of()).reference();
        Http supervisor = supervisor();

        assertThat(supervisor
                        .json("POST", PATH, "{\"purpose\":\"curiosity\",\"reference\":\"%s\"}".formatted(reference))
                        .body())
                .contains("Vælg, hvad du skal bruge sagen til.", "\"purpose\"");
        assertThat(supervisor
                        .json("POST", PATH, "{\"purpose\":\"supervision\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(supervisor
                        .json("POST", PATH, "{\"purpose\":\"supervision\",\"reference\":\"2026-999999\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(lookUps(reference)).isEmpty();

        record(reference);
        supervisor.with("Accept", "application/pdf").file(PATH, body(reference));
        assertThat(lookUps(reference))
                .containsExactly("recordShown tilsyn supervision", "recordTaken tilsyn supervision");
    }

    @Test
    void a_supervisor_sees_the_own_municipalities_only() {
        CaseReference reference = begin("identityControl", Map.of()).reference();
        try (TestSupervisor copenhagen = new TestSupervisor(engine.getIdentityService(), "0101")) {
            Http other = copenhagen.login(port);
            assertThat(other.json("POST", PATH, body(reference)).statusCode()).isEqualTo(404);
            assertThat(other.with("Accept", "application/pdf")
                            .file(PATH, body(reference))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(lookUps(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitation", "sagsbehandler", "idkontrol", "specialist", "bif", "admin"})
    void nobody_else_may(String account) {
        String app = account.equals("admin") ? "cockpit" : "tasklist";
        Http other = WebappUser.login(port, account, "demo", app).http();

        assertThat(other.json("POST", PATH, "{}").statusCode()).isEqualTo(403);
        assertThat(other.with("Accept", "application/pdf").file(PATH, "{}").statusCode())
                .isEqualTo(403);
    }

    /** Shown as photo, with a name that differs: doubt, NIDC, hearing and refusal. */
    private CaseReference refusedAfterHearing() {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        documents.add(
                theCase.reference(),
                "passport",
                new DocumentFile("pas.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                "application",
                Act.bySystem("test"));
        String zone = theCase.shown("controlIdentity").at("/mrz/value").asText();
        caseFile.write(theCase.reference(), Map.of("familyName", "Kowalska"), Act.bySystem("test"));
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("mrz", zone);
        answers.put("presentation", "photo");
        answers.put("photoReason", "Passet ligger hos en ambassade.");
        answers.put("differenceExplanation", "Gift; vielsesattest set.");
        answers.put("answerPhotoUnaltered", "notMet");
        answers.put("identityOutcome", "doubt");
        answers.put("doubtReason", "Fotoet ser ændret ud.");
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.FORGED));
        theCase.work("controlIdentity", answers)
                .work("examineDoubt", Map.of("doubtOutcome", "askNidc", "nidcQuestion", "Er fotoet skiftet ud?"))
                .until("examineDoubt")
                .work("examineDoubt", Map.of("doubtOutcome", "refusalConsidered"))
                .work("hearParty", "recordHearingAnswer")
                .work("decideRefusal", Map.of("refusalOutcome", "refused"));
        theCase.isOver();
        return theCase.reference();
    }

    private JsonNode record(CaseReference reference) throws Exception {
        HttpResponse<String> answer = supervisor().json("POST", PATH, body(reference));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return json.readTree(answer.body());
    }

    private static String labels(JsonNode record) {
        return String.join(" ", record.findValuesAsText("label"));
    }

    private List<String> lookUps(CaseReference reference) {
        return jdbc.sql("""
                        select concat_ws(' ', act, user_id, purpose) from ics.case_access
                        where case_reference = :reference order by id
                        """)
                .param("reference", reference.value())
                .query(String.class)
                .list();
    }

    private Http supervisor() {
        return WebappUser.login(port, "tilsyn", "demo", "cockpit").http();
    }

    private static String body(CaseReference reference) {
        return "{\"purpose\":\"supervision\",\"reference\":\"%s\"}".formatted(reference);
    }
}
