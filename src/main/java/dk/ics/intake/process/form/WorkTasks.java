package dk.ics.intake.process.form;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.RoutingVariable;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the task a call is about. By queries only: the engine's own way to a task's variables loads the execution, and
 * writes it back when another transaction is just changing it; a reader then stands in the way of a writer.
 */
@Component
class WorkTasks {

    private static final String COMPLETED = "completed";

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final HistoryService historyService;
    private final Callers callers;

    WorkTasks(TaskService taskService, RuntimeService runtimeService, HistoryService historyService, Callers callers) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.callers = callers;
    }

    /**
     * The task, if the caller works it or could take it.
     *
     * @throws FormRefused if there is no such task, or not for this caller
     */
    WorkTask openTo(Caller caller, String taskId) {
        WorkTask task = visible(caller, taskId);
        if (!task.isOpenTo(caller)) {
            throw FormRefused.noAccess();
        }
        return task;
    }

    /**
     * The task, if it is the caller's.
     *
     * @throws FormRefused if there is no such task, or it is not the caller's
     */
    WorkTask assignedTo(Caller caller, String taskId) {
        WorkTask task = visible(caller, taskId);
        if (!task.isAssignedTo(caller)) {
            throw task.isOpenTo(caller) ? FormRefused.notYours(task.assignee() != null) : FormRefused.noAccess();
        }
        return task;
    }

    /**
     * What became of a task that is no longer there. Asked when a call has failed: the engine fails in many ways, a null
     * pointer among them, on a task that ends while it is looked at.
     */
    Optional<FormRefused> ended(Caller caller, String taskId) {
        boolean there = callers.asApplication(
                        () -> taskService.createTaskQuery().taskId(taskId).count())
                > 0;
        return there ? Optional.empty() : Optional.of(gone(caller, taskId));
    }

    /** A variable of the task's process, or null. */
    @Nullable
    Object variable(WorkTask task, RoutingVariable variable) {
        return callers.asApplication(() -> variable(task.processInstanceId(), variable));
    }

    private @Nullable Object variable(String processInstanceId, RoutingVariable variable) {
        VariableInstance found = runtimeService
                .createVariableInstanceQuery()
                .executionIdIn(processInstanceId)
                .variableName(variable.key())
                .singleResult();
        return found == null ? null : found.getValue();
    }

    /** The task as the caller's rights and municipalities let it be seen. */
    private WorkTask visible(Caller caller, String taskId) {
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw gone(caller, taskId);
        }
        return callers.asApplication(() -> workTask(caller, task));
    }

    private WorkTask workTask(Caller caller, Task task) {
        Object reference = variable(task.getProcessInstanceId(), RoutingVariable.CASE_REFERENCE);
        if (reference == null) {
            throw gone(caller, task.getId());
        }
        Set<String> groups = taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new WorkTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                task.getProcessInstanceId(),
                task.getProcessDefinitionId(),
                CaseReference.parse((String) reference),
                task.getTenantId(),
                task.getAssignee(),
                groups);
    }

    private FormRefused gone(Caller caller, String taskId) {
        HistoricTaskInstance past = callers.asApplication(() -> historyService
                .createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult());
        if (past == null) {
            return FormRefused.noSuchTask();
        }
        return COMPLETED.equals(past.getDeleteReason())
                ? FormRefused.alreadyDone(caller.userId().equals(past.getAssignee()))
                : FormRefused.cancelled();
    }
}
