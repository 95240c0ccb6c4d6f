package dk.ics.intake.casefile;

import org.jspecify.annotations.Nullable;

/**
 * Who did what: goes into the journal with each change of a case file.
 *
 * @param code id of the BPMN task or service that acted, for example {@code controlIdentity}
 * @param userId the authenticated Camunda user, or {@link #SYSTEM}
 * @param outcome code of the outcome, if the act has one
 */
public record Act(String code, String userId, @Nullable String outcome) {

    public static final String SYSTEM = "system";

    /** An act of the application itself. */
    public static Act bySystem(String code) {
        return new Act(code, SYSTEM, null);
    }
}
