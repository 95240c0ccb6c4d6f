package dk.ics.intake.process;

import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInputInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionOutputInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

/**
 * Records what the engine does that has to be documented: completed tasks, changes of who has a task, decisions. It sees
 * the engine's own history events, so whatever way an act came about there is one entry for it. That the history's rows
 * stay as they are written is the triggers' part (V350).
 */
final class EvidenceHistory implements HistoryEventHandler {

    private final Evidence evidence;
    private final TaskDoor door;

    EvidenceHistory(Evidence evidence, TaskDoor door) {
        this.evidence = evidence;
        this.door = door;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task
                && task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_COMPLETE)) {
            completed(task);
        } else if (event instanceof HistoricIdentityLinkLogEventEntity link
                && IdentityLinkType.ASSIGNEE.equals(link.getType())) {
            claimed(link);
        } else if (event instanceof HistoricDecisionEvaluationEvent evaluation) {
            decided(evaluation);
        }
    }

    private void completed(HistoricTaskInstanceEventEntity task) {
        evidence.record(
                chain(task.getProcessInstanceId()),
                Kind.TASK_COMPLETED,
                new Facts()
                        .code("taskId", task.getTaskId())
                        .code("task", task.getTaskDefinitionKey())
                        .code("process", task.getProcessDefinitionKey())
                        .code("definition", task.getProcessDefinitionId())
                        .code("instance", task.getProcessInstanceId())
                        .code("tenant", task.getTenantId())
                        .code("assignee", task.getAssignee())
                        .and(door.submitted(task.getTaskId())));
    }

    /** The engine logs the one who had the task before the one who gets it. */
    private void claimed(HistoricIdentityLinkLogEventEntity link) {
        String taskId = Objects.requireNonNull(link.getTaskId());
        ClaimChanges changes = ClaimChanges.current();
        if (!"add".equals(link.getOperationType())) {
            evidence.record(chain(instanceOf(taskId)), Kind.CLAIM_CHANGED, changes.from(taskId, link.getUserId()));
        } else if (changes.to(taskId, link.getUserId()) == null) {
            Facts taken = new Facts().code("taskId", taskId).code("to", link.getUserId());
            evidence.record(chain(instanceOf(taskId)), Kind.CLAIM_CHANGED, taken);
        }
    }

    private void decided(HistoricDecisionEvaluationEvent evaluation) {
        HistoricDecisionInstanceEntity root = evaluation.getRootHistoricDecisionInstance();
        Facts facts = facts(root).code("instance", root.getProcessInstanceId()).code("element", root.getActivityId());
        Collection<HistoricDecisionInstanceEntity> required = evaluation.getRequiredHistoricDecisionInstances();
        if (required != null && !required.isEmpty()) {
            facts.code("required", required.stream().map(HistoryEvent::getId).toList());
        }
        evidence.record(chain(root.getProcessInstanceId()), Kind.DECISION, facts);
    }

    private static Facts facts(HistoricDecisionInstanceEntity decision) {
        Facts facts = new Facts()
                .code("decisionId", decision.getId())
                .code("decision", decision.getDecisionDefinitionKey())
                .code("definition", decision.getDecisionDefinitionId());
        inputs(decision).forEach((name, value) -> facts.field("in." + name, value));
        outputs(decision).forEach((name, values) -> facts.field("out." + name, values));
        return facts;
    }

    private static Map<String, Object> inputs(HistoricDecisionInstanceEntity decision) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        decision.getInputs().forEach(input -> {
            if (input instanceof HistoricDecisionInputInstanceEntity entity && entity.getValue() != null) {
                inputs.put(name(entity.getClauseName(), entity.getClauseId()), entity.getValue());
            }
        });
        return inputs;
    }

    private static Map<String, List<Object>> outputs(HistoricDecisionInstanceEntity decision) {
        Map<String, List<Object>> outputs = new LinkedHashMap<>();
        decision.getOutputs().forEach(output -> {
            if (output instanceof HistoricDecisionOutputInstanceEntity entity && entity.getValue() != null) {
                outputs.computeIfAbsent(name(entity.getVariableName(), entity.getClauseId()), of -> new ArrayList<>())
                        .add(entity.getValue());
            }
        });
        return outputs;
    }

    private static String name(@Nullable String name, String id) {
        return name == null || name.isBlank() ? id : name;
    }

    private static @Nullable String instanceOf(String taskId) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        return task == null ? null : task.getProcessInstanceId();
    }

    /** The case of an instance, from what the command has at hand anyway. */
    private static String chain(@Nullable String processInstanceId) {
        ExecutionEntity instance = processInstanceId == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId);
        String reference = instance == null ? null : instance.getBusinessKey();
        return reference == null ? Evidence.SYSTEM : reference;
    }
}
