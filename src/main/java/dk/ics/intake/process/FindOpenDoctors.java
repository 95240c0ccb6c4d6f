package dk.ics.intake.process;

import dk.ics.intake.healthcard.HealthCards;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fetches the doctors that are open for new patients. */
@Component
class FindOpenDoctors implements JavaDelegate {

    private final HealthCards healthCards;

    FindOpenDoctors(HealthCards healthCards) {
        this.healthCards = healthCards;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                RoutingVariable.DOCTOR_AVAILABLE.key(), healthCards.findOpenDoctors(CaseOf.reference(execution)));
    }
}
