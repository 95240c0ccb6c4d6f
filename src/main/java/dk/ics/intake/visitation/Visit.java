package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's attendance.
 *
 * @param name given names and family name; empty while the person is not entered
 * @param application ties those who applied together; null if the case came another way
 * @param appointment when the person was asked to come; null for whoever came without
 * @param came when the person came; null before
 * @param calledUp when the person was called up; null before
 * @param desk where
 */
public record Visit(
        CaseReference reference,
        MunicipalityCode municipality,
        String name,
        @Nullable UUID application,
        @Nullable Instant appointment,
        @Nullable Instant came,
        @Nullable Instant calledUp,
        @Nullable Integer desk) {

    /** How far it has come. */
    public enum State {
        EXPECTED,
        WAITING,
        CALLED_UP
    }

    public State state() {
        if (calledUp != null) {
            return State.CALLED_UP;
        }
        return came == null ? State.EXPECTED : State.WAITING;
    }

    /** From arrival to call-up, or until now; null for whoever has not come. */
    public @Nullable Duration waited(Instant now) {
        return came == null ? null : Duration.between(came, calledUp == null ? now : calledUp);
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Visit[" + reference + ", " + state() + "]";
    }
}
