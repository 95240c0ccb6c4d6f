package dk.ics.intake.process;

import dk.ics.intake.relocation.Relocations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the citizen in which municipality the case goes on. */
@Component
class ConfirmRelocation implements JavaDelegate {

    private final Relocations relocations;

    ConfirmRelocation(Relocations relocations) {
        this.relocations = relocations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        relocations.confirm(CaseOf.reference(execution));
    }
}
