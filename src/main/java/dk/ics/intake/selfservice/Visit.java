package dk.ics.intake.selfservice;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen may do about coming in person.
 *
 * @param choice what the citizen may do now
 * @param appointment when the citizen comes, if that is agreed and the citizen has not come yet
 * @param sequence how often an appointment was made before this one
 * @param siriAppointment when the citizen comes to SIRI, if that is another time
 */
public record Visit(
        Choice choice,
        @Nullable OffsetDateTime appointment,
        int sequence,
        @Nullable OffsetDateTime siriAppointment) {

    /** What a citizen may do now. */
    public enum Choice {
        NOTHING,
        CHOOSE,
        CHANGE,
        /** There is an appointment, and it is too late to change it here. */
        TOO_LATE,
        /** A person agrees on the time. */
        CALL
    }

    public boolean is(String name) {
        return choice == Choice.valueOf(name);
    }

    boolean isAt(OffsetDateTime at) {
        return appointment != null && appointment.isEqual(at);
    }

    boolean isOpen() {
        return choice == Choice.CHOOSE || choice == Choice.CHANGE;
    }
}
