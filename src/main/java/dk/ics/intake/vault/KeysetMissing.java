package dk.ics.intake.vault;

import org.jspecify.annotations.Nullable;

/** There is no key to seal with or to open what was sealed, so nothing is started. */
public final class KeysetMissing extends RuntimeException {

    KeysetMissing(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
