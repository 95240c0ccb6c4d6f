package dk.ics.intake.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values in the order of the entries they belong to, read along with them. */
final class ValueCursor implements AutoCloseable {

    private final PreparedStatement statement;
    private final ResultSet rows;
    private @Nullable StoredValue next;

    ValueCursor(Connection connection) throws SQLException {
        statement = connection.prepareStatement(
                "select chain, sequence, name, value, salt, erased_rule, erased_at from ics.evidence_value"
                        + " order by chain collate \"C\", sequence, name collate \"C\"");
        statement.setFetchSize(2000);
        rows = statement.executeQuery();
        next = read();
    }

    /** The values before that entry, which belong to no entry, then its own: up to and with it. */
    List<StoredValue> upTo(String chain, int sequence) throws SQLException {
        List<StoredValue> found = new ArrayList<>();
        while (next != null && isUpTo(next, chain, sequence)) {
            found.add(next);
            next = read();
        }
        return found;
    }

    List<StoredValue> rest() throws SQLException {
        List<StoredValue> found = new ArrayList<>();
        while (next != null && found.size() < 1000) {
            found.add(next);
            next = read();
        }
        return found;
    }

    private static boolean isUpTo(StoredValue value, String chain, int sequence) {
        int order = value.chain().compareTo(chain);
        return order < 0 || (order == 0 && value.sequence() <= sequence);
    }

    private @Nullable StoredValue read() throws SQLException {
        if (!rows.next()) {
            return null;
        }
        OffsetDateTime erased = rows.getObject(7, OffsetDateTime.class);
        return new StoredValue(
                rows.getString(1),
                rows.getInt(2),
                rows.getString(3),
                rows.getString(4),
                rows.getBytes(5),
                rows.getString(6),
                erased == null ? null : erased.toInstant());
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
