package dk.ics.intake.process;

import dk.ics.intake.residence.SiriDecisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether SIRI's decision has come already; if not, the case waits for it. */
@Component
class LookForSiriDecision implements JavaDelegate {

    private final SiriDecisions siri;

    LookForSiriDecision(SiriDecisions siri) {
        this.siri = siri;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RoutingVariable.SIRI_ANSWER.key(), siri.lookFor(CaseOf.reference(execution)));
    }
}
