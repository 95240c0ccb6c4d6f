package dk.ics.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.TestPapers;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read and noted in the panel of a task stands in no log, no engine table and no line of the access log. */
@IntakeTest
class CasePanelPrivacyTest {

    private static final Act ACT = Act.bySystem("test");
    private static final String NOTED = "Fortalte om Wölfflinstræde";

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Autowired
    TestDatabase database;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    ObjectMapper json;

    @Test
    void readingAndNotingLeavesNothingOfThePerson() throws Exception {
        CaseReference reference = apply();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getId();
        Map<String, Object> person = person();
        caseFile.write(reference, person, ACT);
        Needles needles = Needles.of(person);
        needles.add("note", NOTED);
        needles.add("fileName", "Quistgaards-pas");
        UUID whole = paper(reference, TestPapers.pdf(2, "Quistgaards-pas"));
        UUID broken = paper(reference, "%PDF-1.7 /Quistgaards-pas <<".getBytes(StandardCharsets.US_ASCII));
        WebappUser user = WebappUser.login(port, "visitation", "demo", "tasklist");
        String panel = "/camunda/api/ics/task/" + task + "/case";

        try (var log = new CapturedLog()) {
            assertThat(send(user, panel, Map.of()).statusCode()).isEqualTo(200);
            assertThat(send(user, panel + "/page", Map.of("document", whole, "page", 1))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> refused = send(user, panel + "/page", Map.of("document", broken, "page", 1));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(needles.foundIn(refused.body())).isEmpty();
            HttpResponse<String> original = send(user, panel + "/original", Map.of("document", whole));
            assertThat(original.statusCode()).isEqualTo(200);
            assertThat(needles.foundIn(original.headers().map().toString())).isEmpty();
            assertThat(note(user, panel, NOTED).statusCode()).isEqualTo(200);
            HttpResponse<String> tooLong = note(user, panel, NOTED.repeat(500));
            assertThat(tooLong.statusCode()).isEqualTo(400);
            assertThat(needles.foundIn(tooLong.body())).isEmpty();
            failing(user, panel, needles);

            assertThat(log.lines()).as("the failure is in the log").isNotEmpty();
            assertThat(new PrivacyScan(needles).lines("log", log.lines())).isEmpty();
        }
        try (var connection = database.as("postgres").getConnection()) {
            assertThat(new PrivacyScan(needles).engineTables(connection)).isEmpty();
        }
        var lines = JdbcClient.create(database.as("app"))
                .sql("select a::text from ics.case_access a")
                .query(String.class)
                .list();
        assertThat(lines).hasSize(4);
        assertThat(new PrivacyScan(needles).lines("access log", lines)).isEmpty();
    }

    /** Without the access log nothing is shown, and a note that fails tells nothing of itself. */
    private void failing(WebappUser user, String panel, Needles needles) throws Exception {
        database.execute("alter table ics.case_access rename to case_access_away");
        database.execute("alter table ics.note rename to note_away");
        try {
            for (HttpResponse<String> answer :
                    java.util.List.of(send(user, panel, Map.of()), note(user, panel, NOTED))) {
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(needles.foundIn(answer.body())).isEmpty();
            }
        } finally {
            database.execute("alter table ics.case_access_away rename to case_access");
            database.execute("alter table ics.note_away rename to note");
        }
    }

    private CaseReference apply() throws Exception {
        HttpResponse<String> answer = Http.anonymous(port)
                .json("POST", "/api/applications", Files.readString(Path.of("samples/german-engineer.json")));
        for (int round = 0; round < 10; round++) {
            management.createJobQuery().executable().list().forEach(job -> management.executeJob(job.getId()));
        }
        return new CaseReference(
                json.readTree(answer.body()).at("/cases/0/reference").asText());
    }

    private UUID paper(CaseReference reference, byte[] content) {
        return documents.add(
                reference,
                "passport",
                new DocumentFile("Quistgaards-pas.pdf", "application/pdf", content),
                "application",
                ACT);
    }

    private HttpResponse<String> note(WebappUser user, String panel, String text) throws Exception {
        return send(user, panel + "/note", Map.of("id", UUID.randomUUID(), "text", text));
    }

    private HttpResponse<String> send(WebappUser user, String path, Map<String, Object> body) throws Exception {
        return user.http().json("POST", path, json.writeValueAsString(body));
    }

    private static Map<String, Object> person() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("familyName", "Quistgård-Zßymański");
        person.put("givenNames", "Xaveríos Þorvald");
        person.put("birthDate", LocalDate.of(1987, 11, 23));
        person.put("identityDocumentNumber", "X9Q7K4Z21");
        person.put("email", "xaverios.q@nowhere-mail.example");
        person.put("addressLine", "Kattegatstræde 998, 7. mf.");
        return person;
    }
}
