package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.enquiry.Enquiries;
import dk.ics.intake.enquiry.Enquiry;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what a citizen asked and what became of it. */
@Component
class RecordEnquiry implements JavaDelegate {

    private final Enquiries enquiries;
    private final EngineActor actor;

    RecordEnquiry(Enquiries enquiries, EngineActor actor) {
        this.enquiries = enquiries;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String referredTo = CaseOf.text(execution, RoutingVariable.ENQUIRY_REFERRED_TO);
        String reference = CaseOf.text(execution, RoutingVariable.CASE_REFERENCE);
        enquiries.record(
                new Enquiry(
                        CaseOf.text(execution, RoutingVariable.CHANNEL),
                        CaseOf.text(execution, RoutingVariable.ENQUIRY_TOPIC),
                        CaseOf.text(execution, RoutingVariable.ENQUIRY_OUTCOME),
                        referredTo.isEmpty() ? null : referredTo,
                        reference.isEmpty() ? null : new CaseReference(reference)),
                actor.userId());
    }
}
