package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.departure.Departures;
import dk.ics.intake.notice.NoticeKind;
import dk.ics.intake.notice.Notices;
import dk.ics.intake.registration.CprRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends what is left of a case whose citizen has died or left, and notes who has to hear of it. */
@Component
class EndForDeparture implements JavaDelegate {

    private final CaseFile caseFile;
    private final CprRegister cprRegister;
    private final Departures departures;
    private final CaseStop caseStop;
    private final DeliveryWatch deliveryWatch;
    private final Notices notices;

    EndForDeparture(
            CaseFile caseFile,
            CprRegister cprRegister,
            Departures departures,
            CaseStop caseStop,
            DeliveryWatch deliveryWatch,
            Notices notices) {
        this.caseFile = caseFile;
        this.cprRegister = cprRegister;
        this.departures = departures;
        this.caseStop = caseStop;
        this.deliveryWatch = deliveryWatch;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseOf.reference(execution);
        caseFile.lock(reference);
        // A number whose answer got lost is found, so that CPR hears of the departure too.
        cprRegister.hasNumber(reference);
        String kind = departures.decide(reference);
        caseStop.stop(reference, CaseStop.Reason.GONE);
        deliveryWatch.end(reference, CaseStop.Reason.GONE);
        notices.tellAll(reference, NoticeKind.of(kind));
        execution.setVariable(RoutingVariable.DEPARTURE_KIND.key(), kind);
    }
}
