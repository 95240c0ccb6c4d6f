package dk.ics.intake.evidence;

/**
 * Adds to the entry of a completed task what was in force when it was done, for example the version of the procedure and
 * the user's training. A bean of this type is asked for every form it attests, in the transaction of the completion.
 */
public interface Attestation {

    /** Whether it has something to say of tasks with this form. */
    boolean attests(String formId);

    /**
     * Adds its facts.
     *
     * @param caseReference the case, which is also the chain of the entry
     * @param userId who completes the task
     */
    void attest(String formId, String caseReference, String userId, Facts facts);
}
