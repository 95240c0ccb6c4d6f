package dk.ics.intake.selfservice;

import dk.ics.intake.application.Received;
import dk.ics.intake.application.SubmittedApplication;
import dk.ics.intake.casefile.CaseReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the citizens' pages ask of the processes; who answers knows the engine. */
public interface Reception {

    /** Opens the cases of an application and starts them, once for each key and content. */
    Received receive(SubmittedApplication application, @Nullable String idempotencyKey);

    /** Has a mail with the status link sent to those whose application this case is of. */
    void confirm(CaseReference reference);

    /** What the process waits for at the desk. */
    Waiting waiting(CaseReference reference);

    /**
     * Lets the process hear what the citizen has decided; the caller holds the case.
     *
     * @throws Overtaken if the process waits for it no more
     */
    void decide(CaseReference reference, Decision decision);

    /**
     * What a process waits for.
     *
     * @param place at the desk
     * @param forResidenceDocument whether the citizen comes for a residence document too
     */
    record Waiting(Place place, boolean forResidenceDocument) {}

    /** Where a case stands at the desk. */
    enum Place {
        ELSEWHERE,
        /** For a first or another appointment, which the citizen may choose. */
        FOR_APPOINTMENT,
        /** For the citizen to come. */
        FOR_CITIZEN,
        /** At the desk, in a model that knows nothing of what citizens decide. */
        BY_PHONE
    }

    /** What a citizen decides. */
    enum Decision {
        CHOSEN,
        MOVED,
        CANCELLED
    }

    /** The services of a case in the order in which they are given; none before it is decided which. */
    List<ServiceProgress> services(CaseReference reference);

    /**
     * How far a service has come.
     *
     * @param code of the service
     * @param state {@code notBegun}, {@code running}, {@code done} or {@code neverBegun}
     * @param outcome code in which its process answered
     */
    record ServiceProgress(
            String code, String state, @Nullable String outcome) {}

    /** Whether a withdrawal is under way. */
    boolean isBeingWithdrawn(CaseReference reference);

    /** Withdraws an open case as the citizen has asked; false if it is closed or is being withdrawn. */
    boolean withdraw(CaseReference reference);
}
