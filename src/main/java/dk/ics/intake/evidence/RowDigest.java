package dk.ics.intake.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a watched table as it stands.
 *
 * @param digests one for each version of the table's columns; null if the row is gone
 */
record RowDigest(
        WatchedTable table,
        String key,
        String chain,
        @Nullable List<byte[]> digests) {

    /** How values and salts name the row. */
    static String name(String table, String key) {
        return "row:" + table + ":" + key;
    }

    String name() {
        return name(table.name(), key);
    }

    /** The digest over the columns of the version in force. */
    byte @Nullable [] current() {
        return digests == null ? null : digests.get(table.version() - 1);
    }
}
