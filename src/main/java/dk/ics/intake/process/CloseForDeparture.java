package dk.ics.intake.process;

import dk.ics.intake.departure.Departures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case of a citizen who has died or left. */
@Component
class CloseForDeparture implements JavaDelegate {

    private final Departures departures;

    CloseForDeparture(Departures departures) {
        this.departures = departures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        departures.close(CaseOf.reference(execution));
    }
}
