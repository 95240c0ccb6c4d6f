package dk.ics.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The database refuses a row with a person's values inside a caseworker's click: nobody reads them anywhere. */
@IntakeTest
class FailingClickTest {

    private static final Map<String, String> TYPED = Map.of(
            "familyName", "Quistgård-Zßymański",
            "email", "xaverios.q@nowhere-mail.example",
            "phone", "+420 731 998 441",
            "city", "Česká Třebová",
            "employer", "Vindmøllernes Wörksted ApS");
    private static final String FORM = """
            {"variables": {"familyName": {"value": "%s"}, "email": {"value": "%s"}, "phone": {"value": "%s"},
              "city": {"value": "%s"}, "employer": {"value": "%s"},
              "assessmentOutcome": {"value": "referred"}, "referredTo": {"value": "Aarhus Kommune"},
              "referralReason": {"value": "Borgeren bor i Aarhus."}}}""".formatted(
            TYPED.get("familyName"), TYPED.get("email"), TYPED.get("phone"), TYPED.get("city"), TYPED.get("employer"));

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestDatabase database;

    @Autowired
    CaseFile caseFile;

    @BeforeEach
    void oneAddressIsTaken() {
        database.execute("create unique index only_one_address on ics.person (email)");
        caseFile.write(
                TestCases.euWorker(caseFile), Map.of("email", TYPED.getOrDefault("email", "")), Act.bySystem("test"));
    }

    @AfterEach
    void asItWas() {
        database.execute("drop index ics.only_one_address");
        database.removeCases();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
    void a_unique_violation_in_a_click_tells_nothing_of_the_row(String root) throws SQLException {
        CaseReference reference = TestCases.euWorker(caseFile);
        String task = assessed(reference);
        Http visitation = root.equals("/engine-rest")
                ? Http.basic(port, "visitation", "demo")
                : WebappUser.login(port, "visitation", "demo", "tasklist").http();
        PrivacyScan scan = new PrivacyScan(Needles.of(TYPED));

        HttpResponse<String> answer;
        List<String> logged;
        try (CapturedLog log = new CapturedLog()) {
            answer = visitation.json("POST", root + "/task/" + task + "/submit-form", FORM);
            logged = List.copyOf(log.lines());
        }

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Noget gik galt, og intet er gemt.").doesNotContain("Exception", "person");
        assertThat(scan.lines("answer", List.of(answer.body()))).isEmpty();
        assertThat(logged).as("the violation was logged").anyMatch(line -> line.contains("A form failed"));
        assertThat(scan.lines("log", logged)).isEmpty();
        try (var connection = database.as("postgres").getConnection()) {
            assertThat(scan.engineTables(connection)).isEmpty();
        }
        assertThat(caseFile.read(reference, List.of("city"))).containsEntry("city", "Frederiksberg");
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .as("the task is still there")
                .isEqualTo(1);
    }

    private String assessed(CaseReference reference) {
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceByKey("intake")
                .businessKey(reference.value())
                .setVariables(Map.of("caseReference", reference.value(), "municipality", "0147"))
                .startBeforeActivity("assessApplication")
                .execute();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        engine.getTaskService().setAssignee(task, "visitation");
        return task;
    }
}
