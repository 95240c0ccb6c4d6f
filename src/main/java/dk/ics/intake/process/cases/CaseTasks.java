package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.cases.WholeCase.OpenTask;
import dk.ics.intake.process.rights.EngineIdentity;
import dk.ics.intake.process.rights.Role;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The user tasks of a case. Names only: what stands in a task's form is for its group (design of rights, ADR 0031).
 */
@Component
class CaseTasks {

    private final TaskService tasks;
    private final HistoryService history;
    private final RepositoryService repository;
    private final EngineIdentity identity;

    CaseTasks(TaskService tasks, HistoryService history, RepositoryService repository, EngineIdentity identity) {
        this.tasks = tasks;
        this.history = history;
        this.repository = repository;
        this.identity = identity;
    }

    /** The open tasks, the oldest first. */
    List<OpenTask> open(CaseReference reference, CaseReader reader) {
        return identity.asSystem(
                () -> tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .orderByTaskCreateTime()
                        .asc()
                        .list()
                        .stream()
                        .map(task -> open(task, reader))
                        .toList());
    }

    /** Names of all user tasks the case has had, by the id they have in the model. */
    Map<String, String> names(CaseReference reference) {
        Map<String, String> names = new HashMap<>();
        identity.asSystem(() -> history.createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .list())
                .forEach(task -> names.put(task.getTaskDefinitionKey(), task.getName()));
        return names;
    }

    private OpenTask open(Task task, CaseReader reader) {
        Set<String> candidates = candidates(task);
        return new OpenTask(
                task.getId(),
                task.getName(),
                repository.getProcessDefinition(task.getProcessDefinitionId()).getName(),
                candidates.stream().map(CaseTasks::danish).collect(Collectors.joining(", ")),
                task.getAssignee(),
                task.getCreateTime().toInstant(),
                day(task.getDueDate()),
                reader.userId().equals(task.getAssignee())
                        || candidates.stream().anyMatch(reader.groups()::contains));
    }

    /** From the model, which is in memory: the rights table lets nobody change the groups of a task. */
    private Set<String> candidates(Task task) {
        ModelElementInstance element = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return element instanceof UserTask model ? new TreeSet<>(model.getCamundaCandidateGroupsList()) : Set.of();
    }

    private static String danish(String group) {
        return Role.ofGroup(group).map(Role::danishName).orElse(group);
    }

    private static @Nullable LocalDate day(@Nullable Date due) {
        return due == null ? null : LocalDate.ofInstant(due.toInstant(), DanishCalendar.COPENHAGEN);
    }
}
