package dk.ics.intake.process.rights;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Opens one task of each kind there is, each in a case of its own, by starting its process right before it. */
final class OpenTasks {

    /** @param group the candidate group the model names */
    record OpenTask(String process, String definition, String group, String id, CaseReference reference) {}

    private final ProcessEngine engine;
    private final CaseFile caseFile;

    OpenTasks(ProcessEngine engine, CaseFile caseFile) {
        this.engine = engine;
        this.caseFile = caseFile;
    }

    List<OpenTask> ofEveryKind(String municipality) {
        List<OpenTask> tasks = new ArrayList<>();
        for (ProcessDefinition definition : engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()) {
            for (UserTask task : engine.getRepositoryService()
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(UserTask.class)) {
                tasks.add(open(definition.getKey(), task.getId(), task.getCamundaCandidateGroups(), municipality));
            }
        }
        return tasks;
    }

    OpenTask open(String process, String task, String group, String municipality) {
        CaseReference reference =
                caseFile.open(new MunicipalityCode(municipality), "euWorker", "digital", Act.bySystem("test"));
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(reference.value())
                .setVariables(Map.of("caseReference", reference.value(), "municipality", municipality))
                .startBeforeActivity(task)
                .execute();
        Task open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        return new OpenTask(process, task, group, open.getId(), reference);
    }
}
