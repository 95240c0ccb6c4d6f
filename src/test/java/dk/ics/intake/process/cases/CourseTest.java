package dk.ics.intake.process.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.EvidenceCases;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A closed case, told to the supervisor from its opening to its last look-up. */
@IntakeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COURSE = "/camunda/api/ics/cases/course";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    private CaseReference reference;

    @BeforeAll
    void aWholeCase() {
        reference = EvidenceCases.whole(engine, caseFile, clock, "http://localhost:" + port);
    }

    @Test
    void everything_of_a_case_is_told_in_order_and_what_the_ledger_vouches_for_is_marked() throws Exception {
        JsonNode course = course();

        List<Instant> moments = lines(course).stream()
                .map(line -> Instant.parse(line.path("at").asText()))
                .toList();
        assertThat(moments).isSorted();
        assertThat(lines(course).stream()
                        .map(line -> line.path("kind").path("code").asText()))
                .contains("step", "task", "claim", "decision", "authority", "paper", "letter", "journal", "ledger");
        assertThat(lines(course))
                .filteredOn(line -> !line.path("kind").path("code").asText().equals("access"))
                .as("a case of the ledger's time is vouched for from end to end")
                .allSatisfy(line -> assertThat(line.path("entry").isInt())
                        .as(line.toString())
                        .isTrue());
        assertThat(lines(course))
                .as("every code has a Danish name")
                .noneMatch(line -> line.path("kind").path("label").asText().contains("course."));
        int entries = jdbc.sql("select count(*) from ics.evidence_entry where chain = :chain")
                .param("chain", reference.value())
                .query(Integer.class)
                .single();
        assertThat(lines(course).stream().map(line -> line.path("entry").asInt()))
                .allMatch(entry -> entry <= entries);
    }

    @Test
    void who_controlled_the_identity_and_which_row_of_a_table_fired_can_be_read() throws Exception {
        JsonNode course = course();

        assertThat(lines(course))
                .filteredOn(line -> line.path("text").asText().equals("Opgave løst: Kontrollér identitet"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("user").asText()).isEqualTo("idkontrol"));
        assertThat(lines(course))
                .filteredOn(line -> line.path("text").asText().equals("Regel afgjort: Visitation"))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(labels(line)).contains("Ind: Kategori", "Række 10 af 11", "Ud: Visitation"));
        assertThat(lines(course))
                .filteredOn(line -> line.path("text").asText().equals("Sendt til CPR"))
                .isNotEmpty();
    }

    @Test
    void each_look_is_logged_and_told_the_next_time() throws Exception {
        int before = looks(course()).size();

        JsonNode after = course();
        assertThat(looks(after)).hasSize(before + 1);
        JsonNode last = looks(after).get(before);
        assertThat(last.path("user").asText()).isEqualTo("tilsyn");
        assertThat(last.path("entry").isNull()).isTrue();
        assertThat(last.path("details").path(0).path("value").asText()).isNotEqualTo(purpose());
    }

    @Test
    void the_diagram_of_each_instance_has_the_way_it_took() throws Exception {
        for (JsonNode instance : course().path("instances")) {
            JsonNode diagram = ok(
                    as("tilsyn"),
                    COURSE + "/diagram",
                    Map.of(
                            "purpose",
                            purpose(),
                            "reference",
                            reference.value(),
                            "instance",
                            instance.path("id").asText()));

            assertThat(diagram.path("xml").asText()).contains("<bpmn:definitions", "BPMNDiagram");
            assertThat(diagram.path("elements")).isNotEmpty();
            assertThat(diagram.path("flows"))
                    .as(instance.path("process").asText())
                    .isNotEmpty();
        }
        JsonNode called = course().path("instances");
        assertThat(StreamSupport.stream(called.spliterator(), false)
                        .filter(instance -> !instance.path("parent").isNull()))
                .isNotEmpty();
    }

    @Test
    void a_task_given_to_somebody_else_says_from_whom_to_whom_and_by_whom() throws Exception {
        String other = EvidenceCases.withBranches(engine, caseFile, clock, "http://localhost:" + port);
        String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(other).list().stream()
                .filter(one -> EvidenceCases.accountFor(engine, one).equals("sagsbehandler"))
                .findFirst()
                .orElseThrow()
                .getId();
        Http supervisor = as("tilsyn");
        for (String to : List.of("sagsbehandler", "sagsbehandler2")) {
            HttpResponse<String> given = supervisor.json(
                    "POST",
                    "/camunda/api/engine/engine/default/task/" + task + "/assignee",
                    JSON.writeValueAsString(Map.of("userId", to, "reason", "Ferie")));
            assertThat(given.statusCode()).as(given.body()).isEqualTo(204);
        }

        JsonNode course = ok(supervisor, COURSE, Map.of("purpose", purpose(), "reference", other));
        assertThat(lines(course))
                .filteredOn(line -> line.path("text").asText().startsWith("Opgave givet til en anden"))
                .last()
                .satisfies(line -> {
                    assertThat(line.path("user").asText()).isEqualTo("tilsyn");
                    assertThat(line.path("details").findValuesAsText("value"))
                            .containsExactly("sagsbehandler", "sagsbehandler2");
                });
        assertThat(course.path("people").path("tilsyn").asText()).isEqualTo("Tove Skov");
        assertThat(course.path("people").path("sagsbehandler2").asText()).isEqualTo("Amina Dahl");
    }

    @Test
    void what_the_ledger_does_not_know_is_told_by_history_alone() throws Exception {
        String other = EvidenceCases.whole(engine, caseFile, clock, "http://localhost:" + port)
                .value();
        JdbcTemplate owner = new JdbcTemplate(database.as("postgres"));
        owner.update("delete from ics.evidence_value where chain = ?", other);
        owner.update("delete from ics.evidence_entry where chain = ?", other);

        JsonNode course = ok(as("tilsyn"), COURSE, Map.of("purpose", purpose(), "reference", other));
        assertThat(lines(course))
                .allSatisfy(line -> assertThat(line.path("entry").isNull()).isTrue());
        assertThat(lines(course).stream().map(line -> line.path("text").asText()))
                .contains("Opgave løst: Kontrollér identitet", "Sendt til CPR", "Kvittering fra Skattestyrelsen");
        assertThat(lines(course))
                .filteredOn(line -> line.path("text").asText().endsWith(": Kontrollér identitet"))
                .filteredOn(line -> line.path("kind").path("code").asText().equals("claim"))
                .isNotEmpty();
    }

    @Test
    void others_and_wrong_questions_are_refused() throws Exception {
        Map<String, String> asked = Map.of("purpose", purpose(), "reference", reference.value());
        for (String account : List.of("sagsbehandler", "idkontrol", "visitation")) {
            assertThat(post(WebappUser.login(port, account, "demo", "tasklist").http(), COURSE, asked)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(post(as("admin"), COURSE, asked).statusCode()).isEqualTo(403);
        assertThat(post(as("admin"), COURSE + "/diagram", asked).statusCode()).isEqualTo(403);
        Http supervisor = as("tilsyn");
        assertThat(post(supervisor, COURSE, Map.of("purpose", purpose(), "reference", "2026-999999"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(supervisor, COURSE, Map.of("purpose", "", "reference", reference.value()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(supervisor, COURSE, Map.of("unknown", "x")).statusCode())
                .isEqualTo(400);
        String foreign = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(
                        EvidenceCases.withBranches(engine, caseFile, clock, "http://localhost:" + port))
                .list()
                .get(0)
                .getId();
        assertThat(post(
                                supervisor,
                                COURSE + "/diagram",
                                Map.of("purpose", purpose(), "reference", reference.value(), "instance", foreign))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/diagram"})
    void the_answer_is_kept_by_nobody(String what) throws Exception {
        String instance = course().path("instances").path(0).path("id").asText();
        Map<String, String> asked = what.isEmpty()
                ? Map.of("purpose", purpose(), "reference", reference.value())
                : Map.of("purpose", purpose(), "reference", reference.value(), "instance", instance);

        assertThat(post(as("tilsyn"), COURSE + what, asked).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    private JsonNode course() throws IOException {
        return ok(as("tilsyn"), COURSE, Map.of("purpose", purpose(), "reference", reference.value()));
    }

    private String purpose() throws IOException {
        return JSON.readTree(as("tilsyn").get("/camunda/api/ics/cases/purposes").body())
                .path(0)
                .path("code")
                .asText();
    }

    private static JsonNode ok(Http client, String path, Map<String, String> body) throws IOException {
        HttpResponse<String> answer = post(client, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> post(Http client, String path, Map<String, String> body) throws IOException {
        return client.json("POST", path, JSON.writeValueAsString(body));
    }

    private static List<JsonNode> lines(JsonNode course) {
        return StreamSupport.stream(course.path("lines").spliterator(), false).toList();
    }

    private static List<JsonNode> looks(JsonNode course) {
        return lines(course).stream()
                .filter(line -> line.path("kind").path("code").asText().equals("access"))
                .toList();
    }

    private static List<String> labels(JsonNode line) {
        return line.path("details").findValuesAsText("label");
    }

    private Http as(String account) {
        return WebappUser.login(port, account, "demo", "cockpit").http();
    }
}
