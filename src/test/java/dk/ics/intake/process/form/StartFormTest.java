package dk.ics.intake.process.form;

import static dk.ics.intake.process.form.TryForms.form;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.form.RestClient.Answer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeTest
class StartFormTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @ParameterizedTest
    @EnumSource
    void opensACaseUnderItsMunicipality(FormGatewayTest.Root root) {
        RestClient visitation = root.as("visitation", port);
        assertThat(visitation
                        .get("/process-definition/" + definition() + "/form-variables")
                        .text())
                .isEqualTo("{}");

        Answer answer = visitation.post(
                "/process-definition/" + definition() + "/submit-form",
                form("channel", "phone", "category", "euWorker", "municipality", "0147"));

        assertThat(answer.status()).isEqualTo(200);
        CaseReference reference =
                CaseReference.parse(answer.json().path("businessKey").asText());
        CaseFileEntry entry = caseFile.get(reference);
        assertThat(entry.municipality().value()).isEqualTo("0147");
        assertThat(entry.channel()).isEqualTo("phone");
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("registerPerson");
        assertThat(task.getTenantId()).isEqualTo("0147");
    }

    @Test
    void opensACaseOfAnUnknownMunicipality() {
        Answer answer = RestClient.engineRest(port, "visitation")
                .post(
                        "/process-definition/key/intake/submit-form",
                        form("channel", "walkIn", "category", "euWorker", "municipality", null));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("tenantId").asText()).isEqualTo("0000");
    }

    @Test
    void refusesWhatItDoesNotAskFor() {
        long before = engine.getRuntimeService().createProcessInstanceQuery().count();

        Answer answer = RestClient.engineRest(port, "visitation")
                .post("/process-definition/key/intake/submit-form", form("channel", "pigeon", "municipality", "0147"));
        Answer unknown = RestClient.engineRest(port, "visitation")
                .post(
                        "/process-definition/key/intake/submit-form",
                        form("channel", "phone", "category", "euWorker", "familyName", "Nowak"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("channel")).isEqualTo("Vælg en af de muligheder, der vises.");
        assertThat(answer.field("category")).isEqualTo("Vælg en mulighed.");
        assertThat(unknown.field("familyName")).isEqualTo("Feltet findes ikke i formularen.");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(before);
    }

    private String definition() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("intake")
                .latestVersion()
                .singleResult()
                .getId();
    }
}
