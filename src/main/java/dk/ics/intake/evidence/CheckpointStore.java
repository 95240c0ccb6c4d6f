package dk.ics.intake.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of {@code ics.evidence_checkpoint}. */
final class CheckpointStore {

    private static final String COLUMNS = "select number, payload, signature, key_id from ics.evidence_checkpoint";

    private CheckpointStore() {}

    static Optional<Checkpoint> last(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " order by number desc limit 1");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(read(rows)) : Optional.empty();
        }
    }

    /** Those from a number on, in their order. */
    static List<Checkpoint> from(Connection connection, long number, int atMost) throws SQLException {
        List<Checkpoint> found = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(COLUMNS + " where number >= ? order by number limit ?")) {
            statement.setLong(1, number);
            statement.setInt(2, atMost);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows));
                }
            }
        }
        return found;
    }

    static void insert(Connection connection, Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into ics.evidence_checkpoint (number, payload, signature, key_id) values (?, ?, ?, ?)")) {
            statement.setLong(1, checkpoint.number());
            statement.setString(2, checkpoint.payload());
            statement.setBytes(3, checkpoint.signature());
            statement.setString(4, checkpoint.keyId());
            statement.executeUpdate();
        }
    }

    private static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(row.getLong(1), row.getString(2), row.getBytes(3), row.getString(4));
    }
}
