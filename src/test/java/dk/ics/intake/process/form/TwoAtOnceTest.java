package dk.ics.intake.process.form;

import static dk.ics.intake.process.form.TryForms.form;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.form.RestClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeTest
class TwoAtOnceTest {

    private static final int CLIENTS = 8;
    private static final int CASES = 25;
    private static final Object HANNA = form("givenNames", "Hanna", "assessmentOutcome", "accepted");
    private static final Act COLLEAGUE = new Act("describeTwo", "colleague", null);

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    TryForms model;
    CaseReference reference;
    String task;
    RestClient visitation;

    @BeforeEach
    void openTask() {
        model = new TryForms(engine, caseFile);
        model.deploy();
        reference = model.openCase();
        task = model.claimed(reference, "describeOne");
        visitation = RestClient.engineRest(port, "visitation");
    }

    @AfterEach
    void remove() {
        model.remove();
    }

    @Test
    void showsBothValuesOfAFieldThatTwoHaveChangedAndTakesTheDecision() {
        open();
        caseFile.write(reference, Map.of("givenNames", "Anna Maria"), COLLEAGUE);

        Answer first = submit("givenNames", "Hanna", "assessmentOutcome", "accepted");

        assertThat(first.status()).isEqualTo(400);
        assertThat(first.json().path("type").asText()).isEqualTo("Conflict");
        assertThat(first.field("givenNames"))
                .isEqualTo("Fornavne: Du har skrevet »Hanna«, en kollega har i mellemtiden skrevet »Anna Maria«.");
        assertThat(first.json().at("/conflicts/givenNames/yours").asText()).isEqualTo("Hanna");
        assertThat(first.json().at("/conflicts/givenNames/theirs").asText()).isEqualTo("Anna Maria");
        assertThat(stored("givenNames")).isEqualTo("Anna Maria");

        Answer decided = submit("givenNames", "Hanna", "assessmentOutcome", "accepted");

        assertThat(decided.status()).isEqualTo(204);
        assertThat(stored("givenNames")).isEqualTo("Hanna");
    }

    @Test
    void keepsWhatAColleagueWroteIntoAFieldThatWasNotTouched() {
        open();
        caseFile.write(reference, Map.of("givenNames", "Anna Maria"), COLLEAGUE);

        Answer answer = submit("givenNames", "Anna", "city", "Greve", "assessmentOutcome", "accepted");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(stored("givenNames")).isEqualTo("Anna Maria");
        assertThat(stored("city")).isEqualTo("Greve");
    }

    @Test
    void showsAConflictAlsoWithADraftFromBefore() {
        RestClient tasklist = RestClient.webapp(port, "visitation");
        open();
        tasklist.own("PUT", "/camunda/api/ics/task/" + task + "/draft", form("givenNames", "Hanna"));
        caseFile.write(reference, Map.of("givenNames", "Anna Maria", "city", "Greve"), COLLEAGUE);

        Answer reopened = visitation.get("/task/" + task + "/form-variables");
        assertThat(reopened.json().at("/givenNames/value").asText()).isEqualTo("Hanna");
        assertThat(reopened.json().at("/city/value").asText()).isEqualTo("Greve");

        Answer answer = submit("givenNames", "Hanna", "city", "Greve", "assessmentOutcome", "accepted");

        assertThat(answer.json().path("type").asText()).isEqualTo("Conflict");
        assertThat(answer.json().path("fields").properties()).hasSize(1);
        assertThat(answer.field("givenNames")).contains("Anna Maria");
    }

    @Test
    void doesNotTakeAnOldWindowForANewOne() {
        RestClient tasklist = RestClient.webapp(port, "visitation");
        RestClient old = tasklist.inPage("old");
        RestClient young = tasklist.inPage("young");
        old.get("/task/" + task + "/form-variables");
        caseFile.write(reference, Map.of("givenNames", "Anna Maria"), COLLEAGUE);
        young.get("/task/" + task + "/form-variables");

        Answer refused = old.post("/task/" + task + "/submit-form", HANNA);

        assertThat(refused.json().path("type").asText()).isEqualTo("Conflict");
        assertThat(refused.field("givenNames")).contains("Anna Maria");
        assertThat(stored("givenNames")).isEqualTo("Anna Maria");
        assertThat(young.post("/task/" + task + "/submit-form", HANNA).status()).isEqualTo(204);
    }

    @Test
    void showsAConflictWithADraftOfAnotherWindow() {
        RestClient tasklist = RestClient.webapp(port, "visitation");
        RestClient old = tasklist.inPage("old");
        old.get("/task/" + task + "/form-variables");
        old.own("PUT", "/camunda/api/ics/task/" + task + "/draft", form("givenNames", "Hanna"));
        caseFile.write(reference, Map.of("givenNames", "Anna Maria"), COLLEAGUE);

        RestClient young = tasklist.inPage("young");
        Answer reopened = young.get("/task/" + task + "/form-variables");

        assertThat(reopened.json().at("/givenNames/value").asText()).isEqualTo("Hanna");
        Answer refused = young.post("/task/" + task + "/submit-form", HANNA);
        assertThat(refused.json().path("type").asText()).isEqualTo("Conflict");
    }

    @Test
    void asksAPageThatNeverOpenedTheFormToLookFirst() {
        Answer refused =
                RestClient.webapp(port, "visitation").inPage("unknown").post("/task/" + task + "/submit-form", HANNA);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message()).contains("Genindlæs");
        assertThat(stored("givenNames")).isEqualTo("Anna");
    }

    @RepeatedTest(20)
    void takesADoubleClickOnce() throws Exception {
        List<Answer> answers = atOnce(List.of(
                () -> submit("city", "Greve", "assessmentOutcome", "accepted"),
                () -> submit("city", "Greve", "assessmentOutcome", "accepted")));

        assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
        Answer other = answers.stream()
                .filter(answer -> answer.status() != 204)
                .findFirst()
                .orElseThrow();
        assertThat(other.status()).as(other.text()).isEqualTo(409);
        assertThat(other.message()).startsWith("Du har allerede løst opgaven.");
        assertThat(caseFile.journalOf(reference).stream()
                        .filter(entry -> entry.actCode().equals("describeOne")))
                .hasSize(2);
    }

    @RepeatedTest(20)
    void tellsWhoOpensATaskInTheMomentItIsDone() throws Exception {
        List<Answer> answers = atOnce(List.of(
                () -> submit("city", "Greve", "assessmentOutcome", "accepted"),
                () -> visitation.get("/task/" + task + "/deployed-form"),
                () -> visitation.get("/task/" + task + "/form-variables")));

        assertThat(answers.get(0).status()).isEqualTo(204);
        assertThat(answers.subList(1, 3))
                .allSatisfy(answer -> assertThat(
                                answer.status() == 200 || answer.message().endsWith("Genindlæs listen."))
                        .as(answer.text())
                        .isTrue());
    }

    @Test
    void letsEightClientsWorkManyCasesWithoutALostRace() throws Exception {
        List<Callable<Answer>> clicks = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            CaseReference each = model.openCase();
            for (String key : List.of("describeOne", "describeTwo")) {
                String id = model.claimed(each, key);
                clicks.add(() -> visitation.post(
                        "/task/" + id + "/submit-form", form("city", "Greve", "assessmentOutcome", "accepted")));
            }
        }

        List<Answer> answers = atOnce(clicks);

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(new Answer(204, "")));
    }

    private static List<Answer> atOnce(List<Callable<Answer>> clicks) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : clients.invokeAll(clicks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            clients.shutdownNow();
        }
    }

    private void open() {
        assertThat(visitation.get("/task/" + task + "/form-variables").status()).isEqualTo(200);
    }

    private Answer submit(Object... entries) {
        return visitation.post("/task/" + task + "/submit-form", form(entries));
    }

    private @Nullable Object stored(String key) {
        return caseFile.read(reference, List.of(key)).get(key);
    }
}
