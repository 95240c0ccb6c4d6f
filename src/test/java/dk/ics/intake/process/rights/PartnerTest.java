package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.process.rights.EngineOperations.Operation;
import dk.ics.intake.process.rights.OpenTasks.OpenTask;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner municipality's user sees the own municipality's cases and no trace of any other's. */
@IntakeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerTest {

    private static final String OWN = "0147";
    private static final List<String> OTHERS = List.of("0101", "0159", "0000");

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseFile caseFile;

    @Autowired
    private JdbcClient jdbc;

    private final List<OpenTask> own = new ArrayList<>();
    private final List<OpenTask> others = new ArrayList<>();

    @BeforeAll
    void openCasesInFourMunicipalities() {
        OpenTasks open = new OpenTasks(engine, caseFile);
        own.add(open.open("intake", "assessApplication", "visitation", OWN));
        own.add(open.open("identityControl", "controlIdentity", "identityControl", OWN));
        for (String municipality : OTHERS) {
            others.add(open.open("intake", "assessApplication", "visitation", municipality));
            others.add(open.open("identityControl", "controlIdentity", "identityControl", municipality));
            others.add(open.open("taxApplication", "checkTaxApplication", "caseworker", municipality));
        }
        for (OpenTask task : others) {
            evaluateVisitation(task);
        }
        evaluateVisitation(own.get(0));
    }

    /** Leaves a decision in the history of the task's case. */
    private void evaluateVisitation(OpenTask task) {
        if (task.process().equals("intake")) {
            String instance = engine.getTaskService()
                    .createTaskQuery()
                    .taskId(task.id())
                    .singleResult()
                    .getProcessInstanceId();
            engine.getRuntimeService()
                    .createProcessInstanceModification(instance)
                    .startBeforeActivity("decideVisitation")
                    .setVariable("category", "euWorker")
                    .setVariable("municipalityServed", true)
                    .setVariable("stayLength", "overSixMonths")
                    .setVariable("ageBand", "18plus")
                    .setVariable("holdsResidenceDocument", false)
                    .setVariable("wantsTaxCard", true)
                    .setVariable("wantsMitId", true)
                    .execute();
        }
    }

    @Test
    void theListsHoldTheOwnMunicipalityOnly() {
        for (Map.Entry<String, Http> root : roots().entrySet()) {
            for (String list : List.of(
                    "/task",
                    "/process-instance",
                    "/execution",
                    "/variable-instance",
                    "/history/process-instance",
                    "/history/activity-instance",
                    "/history/task",
                    "/history/variable-instance",
                    "/history/detail",
                    "/history/identity-link-log",
                    "/history/decision-instance",
                    "/history/user-operation",
                    "/job",
                    "/incident",
                    "/event-subscription")) {
                HttpResponse<String> answer = root.getValue().get(root.getKey() + list);
                assertThat(answer.statusCode()).as(list).isEqualTo(200);
                for (String foreign : OTHERS) {
                    assertThat(answer.body()).as(list).doesNotContain("\"tenantId\":\"" + foreign + "\"");
                }
                for (OpenTask other : others) {
                    assertThat(answer.body())
                            .as(list)
                            .doesNotContain(other.reference().value());
                }
            }
        }
    }

    @Test
    void theOwnMunicipalityIsInTheLists() {
        for (Map.Entry<String, Http> root : roots().entrySet()) {
            for (String list : List.of(
                    "/task",
                    "/process-instance",
                    "/history/process-instance",
                    "/history/task",
                    "/history/decision-instance")) {
                assertThat(root.getValue().get(root.getKey() + list).body())
                        .as(list)
                        .contains("\"tenantId\":\"" + OWN + "\"");
            }
        }
    }

    @Test
    void theCountsAreThoseOfTheOwnMunicipality() {
        for (Map.Entry<String, Http> root : roots().entrySet()) {
            for (String count : List.of("/task/count", "/process-instance/count", "/history/process-instance/count")) {
                String sql = count.startsWith("/task")
                        ? "select count(*) from act_ru_task where tenant_id_ = '0147'"
                        : "select count(*) from act_hi_procinst where tenant_id_ = '0147'";
                Long expected = jdbc.sql(sql).query(Long.class).single();
                assertThat(root.getValue().get(root.getKey() + count).body())
                        .as(count)
                        .contains("\"count\":" + expected);
                assertThat(root.getValue()
                                .json("POST", root.getKey() + count, "{\"tenantIdIn\":[\"0101\"]}")
                                .body())
                        .as("asking for another municipality by name: " + count)
                        .contains("\"count\":0");
            }
        }
    }

    @Test
    void nothingOfAnotherMunicipalityAnswersByItsId() {
        for (Map.Entry<String, Http> root : roots().entrySet()) {
            for (OpenTask other : others) {
                Task task = engine.getTaskService()
                        .createTaskQuery()
                        .taskId(other.id())
                        .singleResult();
                Map<String, String> ids = Map.of(
                        "task", task.getId(),
                        "process-instance", task.getProcessInstanceId(),
                        "execution", task.getExecutionId());
                for (Operation operation : EngineOperations.ofEngine()) {
                    String kind = operation.path().split("/")[1];
                    if (operation.method().equals("GET")
                            && ids.containsKey(kind)
                            && operation.path().contains("/x")) {
                        String path = operation
                                .path()
                                .replaceFirst("/x", "/" + ids.get(kind))
                                .replace("/x", "/municipality");
                        HttpResponse<String> answer = root.getValue().get(root.getKey() + path);
                        boolean refused = answer.statusCode() >= 400 && answer.statusCode() < 600;
                        boolean empty =
                                answer.body().equals("[]") || answer.body().equals("{}");
                        assertThat(refused || empty)
                                .as(path + " answered " + answer.body())
                                .isTrue();
                    }
                }
                decisionsOf(task.getProcessInstanceId())
                        .forEach(decision -> assertThat(root.getValue()
                                        .get(root.getKey() + "/history/decision-instance/" + decision
                                                + "?includeInputs=true&includeOutputs=true")
                                        .statusCode())
                                .as("inputs and outputs carry no tenant: they are reached through their decision only")
                                .isBetween(400, 599));
            }
        }
    }

    @Test
    void cockpitCountsNoOtherMunicipality() throws Exception {
        Http session = WebappUser.login(port, "partner0147", "demo", "cockpit").http();
        String base = "/camunda/api/cockpit/plugin/base/default";

        HttpResponse<String> instances = session.json("POST", base + "/process-instance", "{}");
        assertThat(instances.statusCode()).isEqualTo(200);
        others.forEach(other ->
                assertThat(instances.body()).doesNotContain(other.reference().value()));
        assertThat(instances.body()).contains(own.get(0).reference().value());
        String processes = session.get(base + "/process-definition/statistics").body();
        assertThat(instancesOf(processes, "key", "taxApplication")).isZero();
        assertThat(instancesOf(processes, "key", "intake")).isEqualTo(1);
        assertThat(instancesOf(processes, "key", "identityControl")).isEqualTo(1);
    }

    @Test
    void theTotalsAreThoseOfTheOwnMunicipality() throws Exception {
        String control = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("identityControl")
                .latestVersion()
                .singleResult()
                .getId();
        for (Map.Entry<String, Http> root : roots().entrySet()) {
            String definitions = root.getValue()
                    .get(root.getKey() + "/process-definition/statistics")
                    .body();
            assertThat(instancesOf(definitions, "id", control)).isEqualTo(1);
            String elements = root.getValue()
                    .get(root.getKey() + "/process-definition/" + control + "/statistics")
                    .body();
            assertThat(instancesOf(elements, "id", "controlIdentity")).isEqualTo(1);
        }
        String all = Http.basic(port, "tilsyn", "demo")
                .get("/engine-rest/process-definition/statistics")
                .body();
        assertThat(instancesOf(all, "id", control))
                .as("the engine's own answer counts all municipalities")
                .isEqualTo(1 + OTHERS.size());
    }

    private static long instancesOf(String answer, String name, String value) throws Exception {
        for (JsonNode total : new ObjectMapper().readTree(answer)) {
            if (total.path(name).asText().equals(value)) {
                return total.path("instances").asLong();
            }
        }
        throw new AssertionError("Nothing about " + value + " in " + answer);
    }

    private List<String> decisionsOf(String instance) {
        return jdbc.sql("select id_ from act_hi_decinst where proc_inst_id_ = :instance")
                .param("instance", instance)
                .query(String.class)
                .list();
    }

    private Map<String, Http> roots() {
        Map<String, Http> roots = new LinkedHashMap<>();
        roots.put("/engine-rest", Http.basic(port, "partner0147", "demo"));
        roots.put(
                "/camunda/api/engine/engine/default",
                WebappUser.login(port, "partner0147", "demo", "cockpit").http());
        return roots;
    }
}
