package dk.ics.intake.process;

import dk.ics.intake.residence.SiriDecisions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the citizen over to SIRI. */
@Component
class HandOverToSiri implements JavaDelegate {

    private final SiriDecisions siri;

    HandOverToSiri(SiriDecisions siri) {
        this.siri = siri;
    }

    @Override
    public void execute(DelegateExecution execution) {
        siri.handOver(CaseOf.reference(execution), execution.getProcessInstanceId());
    }
}
