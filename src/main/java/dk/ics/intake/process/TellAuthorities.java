package dk.ics.intake.process;

import dk.ics.intake.notice.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the connected authorities what has become of the case. */
@Component
class TellAuthorities implements JavaDelegate {

    private final Notices notices;

    TellAuthorities(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean left = notices.tellConnected(CaseOf.reference(execution), execution.getProcessInstanceId());
        execution.setVariable(RoutingVariable.NOTICES_LEFT.key(), left);
    }
}
