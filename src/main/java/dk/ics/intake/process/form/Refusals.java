package dk.ics.intake.process.form;

import dk.ics.intake.process.Failures;
import org.camunda.bpm.engine.AuthorizationException;

/** What a caseworker is told when something else than the form went wrong. */
final class Refusals {

    private static final int FAILURE = 500;

    private Refusals() {}

    static FormRefused of(RuntimeException failure, Failures failures) {
        if (Retry.isLostRace(failure)) {
            return FormRefused.of(
                    FormRefused.CONFLICT,
                    "BusyCase",
                    "Sagen blev ændret i samme øjeblik. Intet er gemt – send formularen igen.");
        }
        if (failure instanceof AuthorizationException) {
            return FormRefused.noAccess();
        }
        String number = failures.log("A form failed", failure);
        return FormRefused.of(
                FAILURE,
                "Failure",
                "Noget gik galt, og intet er gemt. Prøv igen, og kontakt driften, hvis det gentager sig (fejl %s)."
                        .formatted(number));
    }
}
