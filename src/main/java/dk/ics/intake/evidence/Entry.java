package dk.ics.intake.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as it is appended, with what its salted hashes were made of. */
record Entry(String chain, int sequence, String payload, byte[] hash, List<Kept> kept) {

    /** A value and its salt; the digest of a row has a salt alone. */
    record Kept(String name, @Nullable String value, byte[] salt) {}
}
