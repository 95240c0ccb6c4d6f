package dk.ics.intake.process;

import dk.ics.intake.process.rights.EngineIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Has an identity controlled again: an instance of its own, since it belongs to the case's municipality and the
 * supervision to none. The engine gives a called process its caller's tenant.
 */
@Component
class OrderRecontrol implements JavaDelegate {

    private static final String PROCESS = "identityRecontrol";
    private static final List<RoutingVariable> HANDED_ON = List.of(
            RoutingVariable.CASE_REFERENCE,
            RoutingVariable.MUNICIPALITY,
            RoutingVariable.MUNICIPALITY_NAME,
            RoutingVariable.SERVICE,
            RoutingVariable.SUPERVISION,
            RoutingVariable.SUPERVISION_ITEM);

    private final RuntimeService runtime;
    private final EngineIdentity identity;

    OrderRecontrol(RuntimeService runtime, EngineIdentity identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public void execute(DelegateExecution item) {
        Map<String, Object> variables = new HashMap<>();
        HANDED_ON.forEach(variable -> variables.put(variable.key(), item.getVariable(variable.key())));
        // No supervisor may start it; this one has just asked for it by the form.
        identity.asSystem(() -> runtime.createProcessInstanceByKey(PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(item.getProcessBusinessKey())
                .setVariables(variables)
                .execute());
    }
}
