package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.web.security.Http;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeTest
class IntakeFacadeTest {

    private static final Act TEST = Act.bySystem("test");

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    CaseFile caseFile;

    @Autowired
    ProcessEngine engine;

    @Test
    void placesACaseInAnotherMunicipalityUnderTheSameReference() {
        CaseReference reference = openCase("0000");

        intake.place(reference, new MunicipalityCode("0147"));

        Task task = task(reference);
        assertThat(task.getTenantId()).isEqualTo("0147");
        assertThat(engine.getTaskService().getVariable(task.getId(), "municipalityName"))
                .isEqualTo("Frederiksberg");
        assertThat(caseFile.get(reference).municipality().value()).isEqualTo("0147");
    }

    @Test
    void movesACaseWhenItsFormNamesAnotherMunicipality() {
        CaseReference reference = openCase("0000");
        String intakeVersion = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("intake")
                .latestVersion()
                .singleResult()
                .getId();
        intake.enquire(intakeVersion, reference);
        Task registerPerson = task(reference);
        engine.getTaskService().setAssignee(registerPerson.getId(), "visitation");

        HttpResponse<String> answer = Http.basic(port, "visitation", "demo")
                .json(
                        "POST",
                        "/engine-rest/task/" + registerPerson.getId() + "/submit-form",
                        "{\"variables\":{\"municipality\":{\"value\":\"0147\"}}}");

        assertThat(answer.body()).isEmpty();
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(task(reference).getTenantId()).isEqualTo("0147");
        assertThat(task(reference).getTaskDefinitionKey()).isNotEqualTo("registerPerson");
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .finished()
                        .list())
                .extracting(HistoricProcessInstance::getTenantId, HistoricProcessInstance::getEndActivityId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("0000", "caseMoved"));
    }

    private CaseReference openCase(String municipality) {
        CaseReference reference = caseFile.open(new MunicipalityCode(municipality), "euWorker", "phone", TEST);
        caseFile.write(
                reference,
                Map.ofEntries(
                        Map.entry("familyName", "Kowalska"),
                        Map.entry("givenNames", "Zofia"),
                        Map.entry("sex", "female"),
                        Map.entry("birthDate", LocalDate.of(1991, 4, 12)),
                        Map.entry("birthPlace", "Gdynia"),
                        Map.entry("birthCountry", "POL"),
                        Map.entry("citizenship", "POL"),
                        Map.entry("identityDocumentType", "passport"),
                        Map.entry("identityDocumentState", "POL"),
                        Map.entry(
                                "identityDocumentNumber",
                                "EX" + reference.value().substring(5)),
                        Map.entry("identityDocumentExpiry", LocalDate.of(2031, 1, 1)),
                        Map.entry("previousAddress", "ul. Portowa 1, Gdynia"),
                        Map.entry("previousCountry", "POL"),
                        Map.entry("arrivalDate", LocalDate.of(2026, 11, 1)),
                        Map.entry("plannedStay", "overSixMonths"),
                        Map.entry("addressLine", "Falkoner Allé 10"),
                        Map.entry("postalCode", "2000"),
                        Map.entry("city", "Frederiksberg"),
                        Map.entry("housingBasis", "rental"),
                        Map.entry("housingFrom", LocalDate.of(2026, 11, 1)),
                        Map.entry("maritalStatus", "unmarried"),
                        Map.entry("email", "zofia@example.org"),
                        Map.entry("phone", "+48 600 700 800"),
                        Map.entry("language", "en"),
                        Map.entry("employer", "Nordlys A/S"),
                        Map.entry("jobStart", LocalDate.of(2026, 11, 9)),
                        Map.entry("weeklyHours", new java.math.BigDecimal("37"))),
                TEST);
        return reference;
    }

    private Task task(CaseReference reference) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }
}
