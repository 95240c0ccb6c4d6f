package dk.ics.intake.process;

import dk.ics.intake.mitid.MitIdRegistration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the MitID created that a caseworker has approved. */
@Component
class CreateMitId implements JavaDelegate {

    private final MitIdRegistration mitId;

    CreateMitId(MitIdRegistration mitId) {
        this.mitId = mitId;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = mitId.create(
                CaseOf.reference(execution), execution.getProcessInstanceId(), ManualWay.isDrawn(execution));
        execution.setVariable(RoutingVariable.BY_HAND.key(), answer.equals(MitIdRegistration.BY_HAND));
        execution.setVariable(RoutingVariable.MIT_ID_ANSWER.key(), answer);
    }
}
