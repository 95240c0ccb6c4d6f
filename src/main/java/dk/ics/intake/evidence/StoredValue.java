package dk.ics.intake.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A value as it stands in the database. */
record StoredValue(
        String chain,
        int sequence,
        String name,
        @Nullable String value,
        byte @Nullable [] salt,
        @Nullable String erasedRule,
        @Nullable Instant erasedAt) {

    boolean isErased() {
        return value == null && salt == null && erasedRule != null;
    }
}
