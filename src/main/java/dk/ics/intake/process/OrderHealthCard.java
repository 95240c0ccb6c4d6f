package dk.ics.intake.process;

import dk.ics.intake.healthcard.HealthCards;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Orders the health card. */
@Component
class OrderHealthCard implements JavaDelegate {

    private final HealthCards healthCards;

    OrderHealthCard(HealthCards healthCards) {
        this.healthCards = healthCards;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = healthCards.order(
                CaseOf.reference(execution), execution.getProcessInstanceId(), ManualWay.isDrawn(execution));
        execution.setVariable(RoutingVariable.BY_HAND.key(), answer.equals(HealthCards.BY_HAND));
        execution.setVariable(RoutingVariable.HEALTH_CARD_ANSWER.key(), answer);
    }
}
