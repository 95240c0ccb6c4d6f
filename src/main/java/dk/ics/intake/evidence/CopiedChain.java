package dk.ics.intake.evidence;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * A chain that is to be the copy of another, and how the names of its rows differ from the original's.
 *
 * @param original the chain that is copied
 * @param chain the new one
 * @param head the first eight digits of every id of the copy
 * @param age how much earlier the copy happened
 * @param numbers for tables whose rows have numbers: what is added to the original's
 */
public record CopiedChain(String original, String chain, String head, Period age, Map<String, Long> numbers) {

    private static final int UUID_LENGTH = 36;

    Instant earlier(String at) {
        return Instant.parse(at).atOffset(ZoneOffset.UTC).minus(age).toInstant();
    }

    /** A text in which the original's reference may stand, or which ends in one of its ids. */
    String renamed(String text, boolean ownId) {
        String referring = text.replace(original, chain);
        if (!ownId) {
            return referring;
        }
        int start = referring.length() - UUID_LENGTH;
        return referring.substring(0, start) + head + referring.substring(start + head.length());
    }

    /** The name of the copy of a row. */
    String key(String table, String key, boolean ownId) {
        Long added = numbers.get(table);
        return added == null ? renamed(key, ownId) : Long.toString(Long.parseLong(key) + added);
    }
}
