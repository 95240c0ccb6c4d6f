package dk.ics.intake.process;

import dk.ics.intake.departure.Departures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells a citizen who has left what has ended. */
@Component
class ConfirmDeparture implements JavaDelegate {

    private final Departures departures;

    ConfirmDeparture(Departures departures) {
        this.departures = departures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        departures.confirm(CaseOf.reference(execution));
    }
}
