package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.process.rights.OpenTasks.OpenTask;
import dk.ics.intake.web.security.Http;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supervisor moves a task, says why, and both stay on record. */
@IntakeTest
class ReassignmentTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseFile caseFile;

    @Test
    void theTaskMovesAndTheReasonStandsInTheCasesJournal() {
        OpenTask task = open();

        HttpResponse<String> answer = assign(task, "{\"userId\":\"sagsbehandler2\",\"reason\":\"Søren er syg\"}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(assignee(task)).isEqualTo("sagsbehandler2");
        assertThat(caseFile.journalOf(task.reference())).last().satisfies(entry -> {
            assertThat(entry.actCode()).isEqualTo("reassign");
            assertThat(entry.userId()).isEqualTo("tilsyn");
            assertThat(entry.description())
                    .isEqualTo("Opgaven »Afgør indrejse« flyttet fra gruppen til sagsbehandler2: Søren er syg");
        });
        assertThat(engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .taskId(task.id())
                        .property("assignee")
                        .list())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.getUserId()).isEqualTo("tilsyn");
                    assertThat(entry.getNewValue()).isEqualTo("sagsbehandler2");
                });
    }

    @Test
    void withoutAReasonItStays() {
        OpenTask task = open();

        for (String body : new String[] {
            "{\"userId\":\"sagsbehandler2\"}",
            "{\"userId\":\"sagsbehandler2\",\"reason\":\"  \"}",
            "{\"userId\":\"sagsbehandler2\",\"reason\":null}",
            "{\"userId\":\"sagsbehandler2\",\"reason\":{\"a\":1}}",
        }) {
            HttpResponse<String> answer = assign(task, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("Skriv en begrundelse for at flytte opgaven.");
        }
        assertThat(assignee(task)).isNull();
    }

    @Test
    void whoIsNotInTheGroupDoesNotGetIt() {
        OpenTask task = open();

        for (String user : new String[] {"idkontrol", "tilsyn", "partner0147", "admin", "nobody", ""}) {
            HttpResponse<String> answer = assign(task, "{\"userId\":\"" + user + "\",\"reason\":\"Prøve\"}");
            assertThat(answer.statusCode()).as(user).isEqualTo(400);
            assertThat(answer.body()).contains("Opgaven kan kun gives til en medarbejder i gruppen »Sagsbehandling«.");
        }
        assertThat(assignee(task)).isNull();
    }

    private OpenTask open() {
        return new OpenTasks(engine, caseFile).open("cprRegistration", "decideRegistration", "caseworker", "0101");
    }

    private HttpResponse<String> assign(OpenTask task, String body) {
        return Http.basic(port, "tilsyn", "demo").json("POST", "/engine-rest/task/" + task.id() + "/assignee", body);
    }

    private String assignee(OpenTask task) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task.id())
                .singleResult()
                .getAssignee();
    }
}
