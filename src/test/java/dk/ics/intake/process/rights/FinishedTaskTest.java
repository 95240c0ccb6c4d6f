package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.process.rights.OpenTasks.OpenTask;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task that a colleague has just finished: whoever could have worked it is told so, nobody else learns anything. */
@IntakeTest
class FinishedTaskTest {

    enum Root {
        ENGINE_REST("/engine-rest"),
        WEBAPP("/camunda/api/engine/engine/default");

        private final String path;

        Root(String path) {
            this.path = path;
        }
    }

    private static final String GIVE_UP = """
            {"variables": {"taxRejectionOutcome": {"value": "giveUp"},
                           "taxRejectionNote": {"value": "Borgeren søger selv."}}}""";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    private OpenTask task;

    @BeforeEach
    void openTask() {
        task = new OpenTasks(engine, caseFile).open("taxApplication", "handleTaxRejection", "caseworker", "0101");
    }

    @ParameterizedTest
    @EnumSource
    void the_second_caseworker_hears_that_a_colleague_was_faster(Root root) throws Exception {
        finishAsCaseworker();

        HttpResponse<String> submitted = call(root, "sagsbehandler2", "POST", "submit-form", GIVE_UP);

        assertThat(submitted.statusCode()).isEqualTo(409);
        assertThat(json(submitted).path("type").asText()).isEqualTo("TaskAlreadyDone");
        assertThat(json(submitted).path("message").asText())
                .isEqualTo("Opgaven er allerede løst af en kollega. Genindlæs listen.");
        assertThat(json(call(root, "sagsbehandler2", "GET", "form-variables", ""))
                        .path("message")
                        .asText())
                .startsWith("Opgaven er allerede løst af en kollega.");
    }

    @ParameterizedTest
    @EnumSource
    void a_double_click_is_told_apart(Root root) throws Exception {
        finishAsCaseworker();

        HttpResponse<String> again = call(root, "sagsbehandler", "POST", "submit-form", GIVE_UP);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("message").asText()).startsWith("Du har allerede løst opgaven.");
    }

    @ParameterizedTest
    @EnumSource
    void a_task_that_was_taken_away_is_no_longer_needed(Root root) throws Exception {
        engine.getRuntimeService()
                .deleteProcessInstance(
                        engine.getTaskService()
                                .createTaskQuery()
                                .taskId(task.id())
                                .singleResult()
                                .getProcessInstanceId(),
                        "test");

        HttpResponse<String> submitted = call(root, "sagsbehandler", "POST", "submit-form", GIVE_UP);

        assertThat(submitted.statusCode()).isEqualTo(409);
        assertThat(json(submitted).path("message").asText()).startsWith("Opgaven er ikke længere aktuel.");
    }

    @ParameterizedTest
    @EnumSource
    void who_could_not_have_worked_it_learns_no_more_than_of_a_task_that_never_was(Root root) throws Exception {
        finishAsCaseworker();

        for (String stranger : new String[] {"visitation", "idkontrol", "specialist", "bif", "tilsyn"}) {
            for (String[] operation : new String[][] {{"POST", "submit-form"}, {"GET", "form-variables"}}) {
                String body = operation[0].equals("GET") ? "" : GIVE_UP;
                HttpResponse<String> answer = call(root, stranger, operation[0], operation[1], body);
                String finished = task.id();
                assertThat(answer.statusCode()).as(stranger).isIn(403, 404);
                assertThat(answer.body())
                        .as(stranger)
                        .isEqualTo(callTask("no-such-task", root, stranger, operation[0], operation[1], body)
                                .body()
                                .replace("no-such-task", finished));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_finished_task_of_a_municipality_one_may_not_see_is_as_absent(Root root) throws Exception {
        OpenTask elsewhere = new OpenTasks(engine, caseFile).open("intake", "registerPerson", "visitation", "0000");
        engine.getRuntimeService()
                .deleteProcessInstance(
                        engine.getTaskService()
                                .createTaskQuery()
                                .taskId(elsewhere.id())
                                .singleResult()
                                .getProcessInstanceId(),
                        "test");

        assertThat(callTask(elsewhere.id(), root, "visitation", "POST", "submit-form", GIVE_UP)
                        .statusCode())
                .as("visitation sees municipality 0000")
                .isEqualTo(409);
        assertThat(callTask(elsewhere.id(), root, "sagsbehandler", "POST", "submit-form", GIVE_UP)
                        .statusCode())
                .as("a caseworker does not")
                .isIn(403, 404);
    }

    private void finishAsCaseworker() throws IOException {
        engine.getTaskService().claim(task.id(), "sagsbehandler");
        HttpResponse<String> done = call(Root.ENGINE_REST, "sagsbehandler", "POST", "submit-form", GIVE_UP);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(task.reference().value())
                        .count())
                .as("the process has moved on and ended")
                .isZero();
    }

    private HttpResponse<String> call(Root root, String account, String method, String operation, String body) {
        return callTask(task.id(), root, account, method, operation, body);
    }

    private HttpResponse<String> callTask(
            String id, Root root, String account, String method, String operation, String body) {
        Http http = root == Root.ENGINE_REST
                ? Http.basic(port, account, "demo")
                : WebappUser.login(port, account, "demo", "tasklist").http();
        String path = root.path + "/task/" + id + "/" + operation;
        return method.equals("GET") ? http.get(path) : http.json(method, path, body);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
