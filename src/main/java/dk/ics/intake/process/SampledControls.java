package dk.ics.intake.process;

import dk.ics.intake.supervision.SupervisedItem;
import dk.ics.intake.supervision.Supervisions;
import org.springframework.stereotype.Component;

/**
 * What the model hands to the process of each control that was drawn: {@code ${sampledControls.caseReference(supervision,
 * loopCounter)}}. The engine counts from 0, people from 1.
 */
@Component
public class SampledControls {

    private final Supervisions supervisions;

    SampledControls(Supervisions supervisions) {
        this.supervisions = supervisions;
    }

    public int count(String supervision) {
        return supervisions.items(Long.parseLong(supervision)).size();
    }

    public String number(int loopCounter) {
        return Integer.toString(loopCounter + 1);
    }

    public String caseReference(String supervision, int loopCounter) {
        return item(supervision, loopCounter).caseReference().value();
    }

    public String municipality(String supervision, int loopCounter) {
        return item(supervision, loopCounter).municipality().value();
    }

    public String municipalityName(String supervision, int loopCounter) {
        return item(supervision, loopCounter).municipality().name();
    }

    /** What task lists show beside the case. */
    public String service(String supervision) {
        return "Tilsyn nr. " + supervision;
    }

    private SupervisedItem item(String supervision, int loopCounter) {
        return supervisions
                .item(Long.parseLong(supervision), loopCounter + 1)
                .orElseThrow(() -> new IllegalStateException("Supervision " + supervision + " has no such item"));
    }
}
