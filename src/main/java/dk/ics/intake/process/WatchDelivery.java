package dk.ics.intake.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts an own instance that waits for the card, so that the case can be closed without it. */
@Component
class WatchDelivery implements JavaDelegate {

    private static final List<RoutingVariable> PASSED_ON = List.of(
            RoutingVariable.CASE_REFERENCE,
            RoutingVariable.MUNICIPALITY,
            RoutingVariable.MUNICIPALITY_NAME,
            RoutingVariable.SERVICE);

    private final DeliveryWatch watch;

    WatchDelivery(DeliveryWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> variables = new HashMap<>();
        PASSED_ON.forEach(variable -> variables.put(variable.key(), execution.getVariable(variable.key())));
        watch.start(execution.getProcessBusinessKey(), variables);
    }
}
