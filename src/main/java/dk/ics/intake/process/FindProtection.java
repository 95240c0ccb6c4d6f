package dk.ics.intake.process;

import dk.ics.intake.registration.ProtectionReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether a protection of name and address lapses. */
@Component
class FindProtection implements JavaDelegate {

    private final ProtectionReminders reminders;

    FindProtection(ProtectionReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RoutingVariable.PROTECTION_WATCH.key(), reminders.watch(CaseOf.reference(execution)));
    }
}
