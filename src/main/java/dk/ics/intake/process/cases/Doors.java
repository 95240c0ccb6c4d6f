package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.RoutingVariable;
import dk.ics.intake.process.rights.EngineIdentity;
import dk.ics.intake.search.CaseAccess;
import dk.ics.intake.search.CaseSearch;
import dk.ics.intake.search.Ground;
import dk.ics.intake.search.Opening;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Opens the door to a case, in the transaction that logs what is shown behind it. */
@Component
class Doors {

    private final CaseSearch search;
    private final CaseAccess access;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineIdentity identity;

    Doors(CaseSearch search, CaseAccess access, TaskService tasks, RuntimeService runtime, EngineIdentity identity) {
        this.search = search;
        this.access = access;
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
    }

    Opening open(CaseReader reader, Door door) {
        if (door instanceof Door.OfPurpose chosen) {
            return search.mayOpen(reader.searcher(), chosen.purpose(), chosen.reference());
        }
        return ofTask(reader, ((Door.OfTask) door).taskId());
    }

    /** The task is looked for with the reader's own rights: another municipality's is as absent as none. */
    private Opening ofTask(CaseReader reader, String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return Optional.ofNullable(task)
                .flatMap(this::caseOf)
                .filter(reference -> access.isOpenTo(reader.searcher(), reference))
                .<Opening>map(
                        reference -> new Opening.Opened(reference, Ground.ofTask(taskId, task.getTaskDefinitionKey())))
                .orElseGet(Opening.NotFound::new);
    }

    private Optional<CaseReference> caseOf(Task task) {
        VariableInstance reference = identity.asSystem(() -> runtime.createVariableInstanceQuery()
                .executionIdIn(task.getProcessInstanceId())
                .variableName(RoutingVariable.CASE_REFERENCE.key())
                .singleResult());
        return Optional.ofNullable(reference)
                .map(VariableInstance::getValue)
                .map(Object::toString)
                .map(CaseReference::parse);
    }
}
