package dk.ics.intake.process;

import dk.ics.intake.visitation.VisitationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the citizen to choose an appointment. */
@Component
class OfferBooking implements JavaDelegate {

    private final VisitationLetters letters;

    OfferBooking(VisitationLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.offerAppointment(CaseOf.reference(execution));
    }
}
