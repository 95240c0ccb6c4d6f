package dk.ics.intake.process;

import dk.ics.intake.healthcard.CardDelivery;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the health card has come already. */
@Component
class LookForDelivery implements JavaDelegate {

    private final CardDelivery delivery;

    LookForDelivery(CardDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                RoutingVariable.CARD_ANSWER.key(),
                delivery.lookFor(CaseOf.reference(execution), execution.getProcessInstanceId()));
    }
}
