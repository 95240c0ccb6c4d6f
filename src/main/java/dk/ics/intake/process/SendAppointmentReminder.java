package dk.ics.intake.process;

import dk.ics.intake.visitation.VisitationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the citizen of the appointment. */
@Component
class SendAppointmentReminder implements JavaDelegate {

    private final VisitationLetters letters;

    SendAppointmentReminder(VisitationLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.remindOfAppointment(CaseOf.reference(execution));
    }
}
