package dk.ics.intake.process;

import dk.ics.intake.registration.CprRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Registers the citizen in the CPR register. */
@Component
class RegisterInCpr implements JavaDelegate {

    private final CprRegister cprRegister;

    RegisterInCpr(CprRegister cprRegister) {
        this.cprRegister = cprRegister;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String answer = cprRegister.register(
                CaseOf.reference(execution), execution.getProcessInstanceId(), ManualWay.isDrawn(execution));
        execution.setVariable(RoutingVariable.BY_HAND.key(), answer.equals(CprRegister.BY_HAND));
        execution.setVariable(RoutingVariable.CPR_ANSWER.key(), answer);
    }
}
