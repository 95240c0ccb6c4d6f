package dk.ics.intake.process;

import dk.ics.intake.registration.CprRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Searches the CPR register for a number the citizen already has. */
@Component
class SearchExistingNumber implements JavaDelegate {

    private final CprRegister cprRegister;

    SearchExistingNumber(CprRegister cprRegister) {
        this.cprRegister = cprRegister;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CprRegister.Search search = cprRegister.search(CaseOf.reference(execution), ManualWay.isDrawn(execution));
        execution.setVariable(RoutingVariable.BY_HAND.key(), search == CprRegister.Search.BY_HAND);
        execution.setVariable(RoutingVariable.NUMBER_FOUND.key(), search == CprRegister.Search.FOUND);
    }
}
