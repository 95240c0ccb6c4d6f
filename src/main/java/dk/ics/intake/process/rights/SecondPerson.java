package dk.ics.intake.process.rights;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.identity.SecondLook;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Says before the engine does, and plainly, that a doubt is not looked at by whoever had it. */
@Component
class SecondPerson {

    static final Refusal REFUSAL = Refusal.forbidden(
            "Du har selv udført den første kontrol af borgerens identitet. En anden specialist skal se på tvivlen.");

    private final RuntimeService runtimeService;
    private final EngineIdentity identity;
    private final SecondLook secondLook;

    SecondPerson(RuntimeService runtimeService, EngineIdentity identity, SecondLook secondLook) {
        this.runtimeService = runtimeService;
        this.identity = identity;
        this.secondLook = secondLook;
    }

    boolean isKeptFrom(Task task, String userId) {
        if (!SecondLook.isPartOf(task.getTaskDefinitionKey())) {
            return false;
        }
        ProcessInstance instance = identity.asSystem(() -> runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult());
        return secondLook.isKeptFrom(new CaseReference(instance.getBusinessKey()), userId);
    }
}
