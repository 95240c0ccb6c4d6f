package dk.ics.intake.authority;

import dk.ics.intake.casefile.CaseReference;
import java.util.UUID;

/**
 * One attempt to have an authority act in a case.
 *
 * @param step id of the service task
 * @param attempt 1, 2 …; a new one begins when the process comes to the step again
 * @param idempotencyKey case reference, step and attempt
 * @param processInstanceId whom an answer is for
 * @param mayHaveArrived whether an earlier try of this attempt left the house
 */
public record Forwarding(
        UUID id,
        CaseReference reference,
        Authority authority,
        String step,
        int attempt,
        String idempotencyKey,
        String processInstanceId,
        State state,
        boolean mayHaveArrived) {

    /** How far it has come. */
    public enum State {
        /** Opened; the process has not gone on yet. */
        PREPARED,
        /** The authority has it, and the process has gone on. */
        SENT,
        /** The process waits for a receipt. */
        WAITING,
        /** Nothing more is expected. */
        ANSWERED
    }
}
