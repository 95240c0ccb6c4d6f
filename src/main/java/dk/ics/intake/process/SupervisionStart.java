package dk.ics.intake.process;

import dk.ics.intake.supervision.SupervisionPeriod;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts a supervision, the monthly one or an extra one; the sample is drawn before this returns. */
@Service
public class SupervisionStart {

    private static final String PROCESS = "controlSupervision";

    private final RuntimeService runtime;

    SupervisionStart(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** A supervision that was started: its number, and its process, which may be over. */
    public record Started(long number, ProcessInstance process) {}

    /** @param processDefinitionId the version whose form was sent, or null for the newest */
    @Transactional
    public Started begin(@Nullable String processDefinitionId, SupervisionPeriod period) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(RoutingVariable.PERIOD_FROM.key(), period.from().toString());
        variables.put(RoutingVariable.PERIOD_TO.key(), period.to().toString());
        if (period.seed() != null) {
            variables.put(RoutingVariable.SEED.key(), period.seed());
        }
        ProcessInstanceWithVariables started = (processDefinitionId == null
                        ? runtime.createProcessInstanceByKey(PROCESS).processDefinitionWithoutTenantId()
                        : runtime.createProcessInstanceById(processDefinitionId))
                .setVariables(variables)
                .executeWithVariablesInReturn();
        String number = started.getVariables().getValue(RoutingVariable.SUPERVISION.key(), String.class);
        return new Started(Long.parseLong(number), started);
    }
}
