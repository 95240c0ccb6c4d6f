package dk.ics.intake.process;

import dk.ics.intake.registration.ProtectionReminders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the citizen that a protection of name and address lapses. */
@Component
class SendProtectionReminder implements JavaDelegate {

    private final ProtectionReminders reminders;

    SendProtectionReminder(ProtectionReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(CaseOf.reference(execution));
    }
}
