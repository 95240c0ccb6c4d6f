package dk.ics.intake.evidence;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be signed, so nothing is done that would have to be. */
public final class SigningKeyMissing extends RuntimeException {

    SigningKeyMissing(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
