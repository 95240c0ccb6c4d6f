package dk.ics.intake.simulator;

import org.jspecify.annotations.Nullable;

/**
 * How an authority behaves at its next call.
 *
 * @param code business code of {@link Kind#REFUSE}
 * @param millis length of {@link Kind#DELAY}
 */
public record Behaviour(Kind kind, @Nullable String code, long millis) {

    /** The ways an authority can go wrong, or right at the wrong moment. */
    public enum Kind {
        /** Answers 500, with the person's data in the body. */
        FAIL,
        /** Waits before it acts. */
        DELAY,
        /** Drops the connection without acting. */
        DROP,
        /** Acts, then drops the connection. */
        DROP_AFTER_ACTING,
        /** Refuses with a business code. */
        REFUSE,
        /** Lists closed practices only. */
        NO_OPEN_DOCTOR,
        /** Decides against the person, or rejects the application, in its receipt. */
        REJECT,
        /** Cannot say whether the document is genuine. */
        INCONCLUSIVE,
        /** Finds the document forged. */
        FORGED,
        /** Sends each receipt twice. */
        DOUBLE_RECEIPT,
        /** Sends the final receipt before the answer to the call. */
        EARLY_RECEIPT,
        /** Sends the receipts in the wrong order. */
        OUT_OF_ORDER,
        /** Sends receipts only when told to. */
        LATE_RECEIPT
    }

    public static Behaviour of(Kind kind) {
        return new Behaviour(kind, null, 0);
    }

    public static Behaviour refuse(String code) {
        return new Behaviour(Kind.REFUSE, code, 0);
    }

    public static Behaviour delay(long millis) {
        return new Behaviour(Kind.DELAY, null, millis);
    }
}
