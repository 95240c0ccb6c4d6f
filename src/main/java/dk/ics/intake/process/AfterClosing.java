package dk.ics.intake.process;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Starts the instance that writes to the citizen after the case is closed, and watches what lapses later. */
@Component
class AfterClosing {

    private final RuntimeService runtime;

    AfterClosing(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void begin(DelegateExecution closing) {
        Map<String, Object> variables = new HashMap<>();
        Stream.concat(
                        Stream.of(
                                RoutingVariable.CASE_REFERENCE,
                                RoutingVariable.MUNICIPALITY,
                                RoutingVariable.MUNICIPALITY_NAME),
                        GivenServices.variables())
                .filter(variable -> closing.hasVariable(variable.key()))
                .forEach(variable -> variables.put(variable.key(), closing.getVariable(variable.key())));
        runtime.createProcessInstanceByKey("afterClosing")
                .businessKey(closing.getProcessBusinessKey())
                .setVariables(variables)
                .execute();
    }
}
