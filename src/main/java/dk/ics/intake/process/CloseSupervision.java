package dk.ics.intake.process;

import dk.ics.intake.supervision.Supervisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a supervision all of whose controls are reviewed and followed up. */
@Component
class CloseSupervision implements JavaDelegate {

    private final Supervisions supervisions;

    CloseSupervision(Supervisions supervisions) {
        this.supervisions = supervisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supervisions.end(Long.parseLong(CaseOf.text(execution, RoutingVariable.SUPERVISION)));
    }
}
