package dk.ics.intake.process.form;

import static dk.ics.intake.process.form.TryForms.form;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Drafts;
import dk.ics.intake.process.form.RestClient.Answer;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeTest
class DraftTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Drafts drafts;

    TryForms model;
    String task;
    String path;
    RestClient tasklist;

    @BeforeEach
    void openTask() {
        model = new TryForms(engine, caseFile);
        model.deploy();
        CaseReference reference = model.openCase();
        task = model.claimed(reference, "describeOne");
        path = "/camunda/api/ics/task/" + task + "/draft";
        tasklist = RestClient.webapp(port, "visitation");
    }

    @AfterEach
    void remove() {
        model.remove();
    }

    @Test
    void comesBackInTheNextSessionAsItWasTyped() {
        assertThat(tasklist.own("PUT", path, form("city", "Gre", "birthDate", "2026-02-3", "givenNames", null))
                        .status())
                .isEqualTo(204);

        Answer reopened = RestClient.webapp(port, "visitation").get("/task/" + task + "/form-variables");

        assertThat(reopened.json().at("/city/value").asText()).isEqualTo("Gre");
        assertThat(reopened.json().at("/birthDate/value").asText()).isEqualTo("2026-02-3");
        assertThat(reopened.json().at("/givenNames/value").isNull()).isTrue();
        assertThat(reopened.json().at("/familyName/value").asText()).isEqualTo("Nowak");
        assertThat(tasklist.own("GET", path, "")
                        .json()
                        .at("/variables/city/value")
                        .asText())
                .isEqualTo("Gre");
    }

    @Test
    void goesWhenTheTaskIsDone() {
        tasklist.own("PUT", path, form("city", "Greve"));

        Answer done =
                tasklist.post("/task/" + task + "/submit-form", form("city", "Greve", "assessmentOutcome", "accepted"));

        assertThat(done.status()).isEqualTo(204);
        assertThat(drafts.get(task, "visitation")).isEmpty();
        assertThat(drafts.opening(task, "visitation", "")).isEmpty();
    }

    @Test
    void canBeThrownAway() {
        tasklist.own("PUT", path, form("city", "Greve"));

        assertThat(tasklist.own("DELETE", path, "").status()).isEqualTo(204);

        assertThat(tasklist.own("GET", path, "").json().path("variables").isEmpty())
                .isTrue();
    }

    @Test
    void isOfNobodyElse() {
        RestClient other = RestClient.webapp(port, "idkontrol");

        assertThat(other.own("GET", path, "").status()).isBetween(403, 404);
        assertThat(other.own("PUT", path, form("city", "Greve")).status()).isBetween(403, 404);
        assertThat(drafts.get(task, "idkontrol")).isEmpty();
    }

    @Test
    void keepsTheFormsFieldsOnly() {
        Answer answer = tasklist.own("PUT", path, form("nickname", "Ann", "city", "Greve"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(drafts.get(task, "visitation").orElseThrow()).containsOnlyKeys("city");
    }
}
