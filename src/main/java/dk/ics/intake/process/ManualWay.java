package dk.ics.intake.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;

/** The way by hand, for an authority that is not connected or stays away. */
final class ManualWay {

    private ManualWay() {}

    /**
     * Whether the model of this case has one: it asks for {@link RoutingVariable#BY_HAND}. A case of an older version
     * does not, and its job is tried until it ends in an incident.
     */
    static boolean isDrawn(DelegateExecution execution) {
        return execution.getBpmnModelInstance().getModelElementsByType(ConditionExpression.class).stream()
                .anyMatch(condition -> condition.getTextContent().contains(RoutingVariable.BY_HAND.key()));
    }
}
