package dk.ics.intake.process.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.Statements;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.TestPapers;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The case of a task, its papers and its notes over HTTP: who may, what is logged, what is refused. */
@IntakeTest
class CasePanelTest {

    private static final Act ACT = Act.bySystem("test");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Autowired
    Deadlines deadlines;

    @Autowired
    WholeCases cases;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    TestDatabase database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectMapper json;

    private CaseReference reference = new CaseReference("2026-000001");
    private @Nullable Task opened;
    private UUID passport = new UUID(0, 0);

    /** A case that has come to its first task, which the visitation works. */
    @BeforeEach
    void aCase() throws IOException {
        database.removeCases();
        HttpResponse<String> answer = Http.anonymous(port)
                .json("POST", "/api/applications", Files.readString(Path.of("samples/german-engineer.json")));
        reference = new CaseReference(
                json.readTree(answer.body()).at("/cases/0/reference").asText());
        for (int round = 0; round < 10; round++) {
            management.createJobQuery().executable().list().forEach(job -> management.executeJob(job.getId()));
        }
        opened = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
        passport = documents.add(
                reference,
                "passport",
                new DocumentFile("Grossmann pas.pdf", "application/pdf", TestPapers.pdf(3, "Side")),
                "application",
                ACT);
    }

    /** Rights as on the task's form: its group and its assignee; and in »Find sag« as on the whole case. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # account,     app,      panel, page, original, note, found page, found original, found note
            visitation,    tasklist, 200,   200,  200,      200,  200,        200,            200
            sagsbehandler, tasklist, 403,   403,  403,      403,  200,        200,            200
            idkontrol,     tasklist, 403,   403,  403,      403,  200,        200,            200
            specialist,    tasklist, 403,   403,  403,      403,  200,        200,            200
            bif,           tasklist, 403,   403,  403,      403,  200,        200,            200
            tilsyn,        tasklist, 403,   403,  403,      403,  200,        200,            403
            partner0147,   cockpit,  403,   403,  403,      403,  403,        403,            403
            admin,         admin,    403,   403,  403,      403,  403,        403,            403
            """)
    void whoMay(
            String account,
            String app,
            int panel,
            int page,
            int original,
            int note,
            int foundPage,
            int foundOriginal,
            int foundNote) {
        WebappUser user = WebappUser.login(port, account, "demo", app);

        assertThat(ofTask(user, "", Map.of()).statusCode()).isEqualTo(panel);
        assertThat(ofTask(user, "/page", paper(1)).statusCode()).isEqualTo(page);
        assertThat(ofTask(user, "/original", paper()).statusCode()).isEqualTo(original);
        assertThat(ofTask(user, "/note", note("Prøve")).statusCode()).isEqualTo(note);
        assertThat(found(user, "page", paper(1)).statusCode()).isEqualTo(foundPage);
        assertThat(found(user, "original", paper()).statusCode()).isEqualTo(foundOriginal);
        assertThat(found(user, "note", note("Prøve")).statusCode()).isEqualTo(foundNote);
    }

    @Test
    void whoHasTheTaskMayAlsoWithoutTheGroup() {
        WebappUser caseworker = worker("sagsbehandler");
        assertThat(ofTask(caseworker, "", Map.of()).statusCode()).isEqualTo(403);
        // Only who reads the process' tasks at all finds it: a caseworker does not read those of the visitation.
        tasks.setAssignee(task().getId(), "sagsbehandler");
        assertThat(ofTask(caseworker, "", Map.of()).statusCode()).isIn(200, 403);
        assertThat(caseworker
                        .http()
                        .get("/camunda/api/engine/engine/default/task/" + task().getId() + "/form-variables")
                        .statusCode())
                .as("as with the form")
                .isEqualTo(ofTask(caseworker, "", Map.of()).statusCode());
    }

    @Test
    void nobodyElse() {
        WebappUser user = worker("visitation");
        for (String path : List.of("", "/page", "/original", "/note")) {
            String whole = "/camunda/api/ics/task/" + task().getId() + "/case" + path;
            assertThat(Http.anonymous(port).json("POST", whole, "{}").statusCode())
                    .isEqualTo(401);
            assertThat(Http.basic(port, "visitation", "demo")
                            .json("POST", whole, "{}")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(user.withoutToken().json("POST", whole, "{}").statusCode())
                    .isEqualTo(403);
            assertThat(user.http().get(whole).statusCode())
                    .as("nothing by address")
                    .isEqualTo(403);
        }
    }

    @Test
    void theTaskIsThePurposeOfEverythingThatIsShown() {
        WebappUser user = worker("visitation");
        ofTask(user, "", Map.of());
        ofTask(user, "/page", paper(2));
        ofTask(user, "/original", paper());
        found(user, "page", paper(3));

        assertThat(accessLog())
                .containsExactly(
                        line("opened", "task", null, null),
                        line("pageShown", "task", passport, 2),
                        line("downloaded", "task", passport, null),
                        line("pageShown", "complaint", passport, 3));
    }

    @Test
    void aPageIsAnImageAndTheOriginalIsTheFile() {
        WebappUser user = worker("visitation");

        HttpResponse<String> page = ofTask(user, "/page", paper(2));
        assertThat(page.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(page.headers().firstValue("ICS-Pages")).hasValue("3");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");

        HttpResponse<String> original = ofTask(user, "/original", paper());
        assertThat(original.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(original.headers().firstValue("Content-Disposition"))
                .as("the sender's name of the file may be a person's")
                .hasValue("attachment");
        assertThat(original.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(original.body()).startsWith("%PDF");
    }

    @Test
    void aPaperOfAnotherCaseIsAsAbsentAsNone() {
        CaseReference other = caseFile.open(new MunicipalityCode("0147"), "euWorker", "phone", ACT);
        UUID foreign = documents.add(
                other, "passport", new DocumentFile("a.pdf", "application/pdf", TestPapers.pdf(1, "A")), "test", ACT);
        UUID seenOnly = documents.record(reference, "passport", LocalDate.of(2026, 3, 1), true, ACT);
        WebappUser user = worker("visitation");

        for (UUID id : List.of(foreign, seenOnly, UUID.randomUUID())) {
            assertThat(ofTask(user, "/page", Map.of("document", id, "page", 1)).statusCode())
                    .isEqualTo(404);
            assertThat(ofTask(user, "/original", Map.of("document", id)).statusCode())
                    .isEqualTo(404);
        }
        assertThat(accessLog()).isEmpty();
    }

    @Test
    void aBrokenDocumentIsASentenceAndNeverAFailure() throws IOException {
        UUID broken = documents.add(
                reference,
                "passport",
                new DocumentFile(
                        "a.pdf",
                        "application/pdf",
                        "%PDF-1.7 <b>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                "test",
                ACT);

        HttpResponse<String> answer = ofTask(worker("visitation"), "/page", Map.of("document", broken, "page", 1));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).path("message").asText()).startsWith("Dokumentet kan ikke læses.");
        assertThat(ofTask(worker("visitation"), "/page", paper(9)).statusCode()).isEqualTo(422);
    }

    @Test
    void aNoteStandsInTheJournalWithWhoAndWhenAndIsNoMarkup() throws IOException {
        WebappUser user = worker("visitation");
        String text = "Ringede <b>kl. 10</b>.\nBorgeren kommer torsdag. ${7*7}";

        JsonNode journal = json.readTree(
                        ofTask(user, "/note", note("  " + text + "\n")).body())
                .path("journal");

        assertThat(journal.at("/0/note").asBoolean()).isTrue();
        assertThat(journal.at("/0/description").asText()).isEqualTo(text);
        assertThat(journal.at("/0/user").asText()).isEqualTo("visitation");
        assertThat(journal.at("/0/at").asText()).startsWith("2026-03-02T");
        assertThat(json.readTree(found(worker("bif"), "open", Map.of()).body())
                        .at("/journal/0/description")
                        .asText())
                .isEqualTo(text);
    }

    @Test
    void aDoubleClickMakesOneNote() throws Exception {
        WebappUser user = worker("visitation");
        Map<String, Object> body = note("To gange");
        Callable<Integer> click = () -> ofTask(user, "/note", body).statusCode();
        var clicks = Executors.newFixedThreadPool(2);
        try {
            for (var answer : clicks.invokeAll(List.of(click, click))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            clicks.shutdown();
        }
        assertThat(notesInDatabase()).isEqualTo(1);
        assertThat(ofTask(user, "/note", note("To gange")).statusCode()).isEqualTo(200);
        assertThat(notesInDatabase())
                .as("the same words once more are meant so")
                .isEqualTo(2);
    }

    @Test
    void aNoteIsRefusedInDanishAtItsField() throws IOException {
        WebappUser user = worker("visitation");
        assertThat(problem(user, "")).isEqualTo("Skriv notatet.");
        assertThat(problem(user, " \n\t ")).isEqualTo("Skriv notatet.");
        assertThat(problem(user, "æ".repeat(4001)))
                .isEqualTo("Notatet må højst være på 4000 tegn. Det er på 4001. Del det i to.");
        assertThat(problem(user, "skjult\u0000tegn")).contains("usynlige tegn");
        assertThat(ofTask(user, "/note", note("æ".repeat(4000))).statusCode()).isEqualTo(200);
        assertThat(notesInDatabase()).isEqualTo(1);
    }

    @Test
    void anIdOfSomebodyElsesNoteLosesNothingInSilence() throws IOException {
        Map<String, Object> first = note("Den første");
        assertThat(ofTask(worker("visitation"), "/note", first).statusCode()).isEqualTo(200);

        HttpResponse<String> second = found(worker("bif"), "note", Map.of("id", first.get("id"), "text", "Den anden"));

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(json.readTree(second.body()).at("/fields/text").asText()).contains("blev ikke gemt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"Zwölferhorn\":1}",
                "{\"document\":\"Zwölferhorn\",\"page\":1}",
                "{\"document\":\"0190c0de-0000-7000-8000-000000000000\",\"page\":\"Zwölferhorn\"}",
                "{\"id\":\"Zwölferhorn\",\"text\":\"Zwölferhorn\"}"
            })
    void repeatsNothingOfWhatItCannotRead(String body) {
        WebappUser user = worker("visitation");
        for (String path : List.of("", "/page", "/original", "/note")) {
            HttpResponse<String> answer =
                    user.http().json("POST", "/camunda/api/ics/task/" + task().getId() + "/case" + path, body);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("message").doesNotContain("Zwölferhorn", "Exception");
        }
    }

    @Test
    void theFamilyIsNamedOnlyToWhoSeesTheirMunicipality() throws IOException {
        tie("0147", "Anna", "0000", "Emil");

        JsonNode forVisitation =
                json.readTree(ofTask(worker("visitation"), "", Map.of()).body()).path("family");
        JsonNode forCaseworker = json.readTree(
                        found(worker("sagsbehandler"), "open", Map.of()).body())
                .path("family");

        assertThat(forVisitation.findValuesAsText("name")).containsExactly("Anna", "Emil");
        assertThat(forCaseworker.findValuesAsText("name")).containsExactly("Anna", "");
        assertThat(forVisitation.findValuesAsText("relation")).containsExactly("anden familie", "anden familie");
    }

    @Test
    void howMuchThereIsMakesNoMoreStatements() {
        CaseReader reader = new CaseReader("visitation", List.of("visitation"), List.of("0000", "0147"));
        tie("0147", "Anna", "0147", "Emil");
        List<String> few = read(reader);
        for (int i = 0; i < 8; i++) {
            documents.record(reference, "other", LocalDate.of(2026, 3, 1), true, ACT);
            deadlines.set(reference, "test" + i, LocalDate.of(2026, 3, 20));
            caseFile.journal(reference, ACT, "Prøve");
        }
        tie("0147", "Ida", "0147", "Ole", "0147", "Eva");

        assertThat(read(reader)).hasSameSizeAs(few);
        assertThat(few).hasSizeLessThan(20);
    }

    private Task task() {
        return java.util.Objects.requireNonNull(opened);
    }

    private List<String> read(CaseReader reader) {
        return Statements.of(() -> transaction.executeWithoutResult(status -> cases.of(reference, reader)));
    }

    /** Ties cases to ours: municipality and given name of each. */
    private void tie(String... persons) {
        for (int i = 0; i < persons.length; i += 2) {
            CaseReference other = caseFile.open(new MunicipalityCode(persons[i]), "euFamily", "phone", ACT);
            caseFile.write(other, Map.of("givenNames", persons[i + 1]), ACT);
            database.execute("""
                    insert into ics.application_case (application_id, position, case_reference)
                    select application_id, (select max(position) + 1 from ics.application_case), '%s'
                    from ics.application_case where case_reference = '%s'
                    """.formatted(other.value(), reference.value()));
        }
    }

    private String problem(WebappUser user, String text) throws IOException {
        HttpResponse<String> answer = ofTask(user, "/note", note(text));
        assertThat(answer.statusCode()).isEqualTo(400);
        return json.readTree(answer.body()).at("/fields/text").asText();
    }

    private int notesInDatabase() {
        return JdbcClient.create(database.as("app"))
                .sql("select count(*) from ics.note where case_reference = :reference")
                .param("reference", reference.value())
                .query(Integer.class)
                .single();
    }

    private List<Map<String, Object>> accessLog() {
        return JdbcClient.create(database.as("app")).sql("""
                        select act, purpose, task_id, task_key, document_id, page, case_reference
                        from ics.case_access order by id
                        """).query().listOfRows();
    }

    private Map<String, @Nullable Object> line(
            String act, String purpose, @Nullable UUID document, @Nullable Integer page) {
        boolean ofTask = purpose.equals("task");
        Map<String, @Nullable Object> line = new java.util.HashMap<>();
        line.put("act", act);
        line.put("purpose", purpose);
        line.put("task_id", ofTask ? task().getId() : null);
        line.put("task_key", ofTask ? "assessApplication" : null);
        line.put("document_id", document);
        line.put("page", page);
        line.put("case_reference", reference.value());
        return line;
    }

    private Map<String, Object> paper(int page) {
        return Map.of("document", passport, "page", page);
    }

    private Map<String, Object> paper() {
        return Map.of("document", passport);
    }

    private static Map<String, Object> note(String text) {
        return Map.of("id", UUID.randomUUID(), "text", text);
    }

    private HttpResponse<String> ofTask(WebappUser user, String path, Map<String, Object> body) {
        return user.http().json("POST", "/camunda/api/ics/task/" + task().getId() + "/case" + path, write(body));
    }

    private HttpResponse<String> found(WebappUser user, String path, Map<String, Object> body) {
        Map<String, Object> all = new java.util.HashMap<>(body);
        all.put("purpose", "complaint");
        all.put("reference", reference.value());
        return user.http().json("POST", "/camunda/api/ics/cases/" + path, write(all));
    }

    private WebappUser worker(String account) {
        return WebappUser.login(port, account, "demo", "tasklist");
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
