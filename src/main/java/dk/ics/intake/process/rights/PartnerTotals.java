package dk.ics.intake.process.rights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.rest.dto.repository.ProcessDefinitionDto;
import org.springframework.stereotype.Component;

/**
 * Cockpit's totals for a partner municipality. The engine counts instances of shared definitions over all
 * municipalities, so here they are counted with queries that keep to the caller's own.
 */
@Component
class PartnerTotals {

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final HistoryService historyService;

    PartnerTotals(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            ManagementService managementService,
            HistoryService historyService) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.historyService = historyService;
    }

    /** As {@code GET /process-definition/statistics} answers. */
    List<Map<String, Object>> ofDefinitions(Call call) {
        return repositoryService.createProcessDefinitionQuery().list().stream()
                .map(this::ofDefinition)
                .toList();
    }

    /** As {@code GET /process-definition/{id}/statistics} answers: what is open now, by element. */
    List<Map<String, Object>> ofElements(Call call) {
        Map<String, Long> open = new TreeMap<>();
        for (HistoricActivityInstance instance : historyService
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(call.id("definition"))
                .unfinished()
                .list()) {
            open.merge(instance.getActivityId(), 1L, Long::sum);
        }
        List<Map<String, Object>> answer = new ArrayList<>();
        open.forEach((element, count) -> answer.add(total(element, count, 0, List.of())));
        return answer;
    }

    /** As Cockpit's own list of processes answers. */
    List<Map<String, Object>> ofProcesses(Call call) {
        return repositoryService
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .stream()
                .map(this::ofProcess)
                .toList();
    }

    private Map<String, Object> ofProcess(ProcessDefinition definition) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", definition.getId());
        answer.put("key", definition.getKey());
        answer.put("name", definition.getName());
        answer.put("version", definition.getVersion());
        answer.put("suspensionState", definition.isSuspended() ? 2 : 1);
        answer.put(
                "instances",
                runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(definition.getKey())
                        .count());
        answer.put(
                "incidents",
                runtimeService
                        .createIncidentQuery()
                        .processDefinitionKeyIn(definition.getKey())
                        .count());
        return answer;
    }

    private Map<String, Object> ofDefinition(ProcessDefinition definition) {
        long instances = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionId(definition.getId())
                .count();
        long failed = managementService
                .createJobQuery()
                .processDefinitionId(definition.getId())
                .noRetriesLeft()
                .count();
        long incidents = runtimeService
                .createIncidentQuery()
                .processDefinitionId(definition.getId())
                .count();
        List<Object> kinds =
                incidents == 0 ? List.of() : List.of(Map.of("incidentType", "failedJob", "incidentCount", incidents));
        Map<String, Object> answer = total(definition.getId(), instances, failed, kinds);
        answer.put("definition", ProcessDefinitionDto.fromProcessDefinition(definition));
        return answer;
    }

    private static Map<String, Object> total(String id, long instances, long failedJobs, List<Object> incidents) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("instances", instances);
        answer.put("failedJobs", failedJobs);
        answer.put("incidents", incidents);
        return answer;
    }
}
