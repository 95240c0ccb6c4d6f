package dk.ics.intake.evidence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements with which entries are appended. */
final class EntryStore {

    /** Who appends holds it shared, who makes a checkpoint alone: a checkpoint has nobody half-way. */
    static final String SHARED = "select pg_advisory_xact_lock_shared(350, 1)";

    static final String ALONE = "select pg_advisory_xact_lock(350, 1)";

    // Three statements sent at once: the head is read by a statement that begins when the locks are held, so it sees
    // what the last holder committed. Locks are taken in one order.
    private static final String LOCK_AND_READ = SHARED + ";"
            + " select pg_advisory_xact_lock(k) from"
            + " (select distinct hashtextextended(c, 350) k from unnest(?::text[]) c order by k offset 0) s;"
            + " select c, e.sequence, e.hash from unnest(?::text[]) c cross join lateral"
            + " (select sequence, hash from ics.evidence_entry where chain = c order by sequence desc limit 1) e";

    private static final String INSERT = """
            with entry as (
              insert into ics.evidence_entry (chain, sequence, payload, hash)
              select c, s, p, h from unnest(?::text[], ?::int[], ?::text[], ?::bytea[]) with ordinality e (c, s, p, h, o)
              order by o)
            insert into ics.evidence_value (chain, sequence, name, value, salt)
            select * from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::bytea[])
            """;

    /** The last entry of a chain. */
    record Head(int sequence, byte @Nullable [] hash) {

        static final Head NONE = new Head(0, null);
    }

    private EntryStore() {}

    /** Makes others wait who append to these chains, and reads where they end. */
    static Map<String, Head> lock(Connection connection, Collection<String> chains) throws SQLException {
        Map<String, Head> heads = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_READ)) {
            statement.setArray(1, WatchedRows.array(connection, chains));
            statement.setArray(2, WatchedRows.array(connection, chains));
            statement.execute();
            statement.getMoreResults();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    heads.put(rows.getString(1), new Head(rows.getInt(2), rows.getBytes(3)));
                }
            }
        }
        return heads;
    }

    static void insert(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setArray(1, array(connection, "text", entries.stream().map(Entry::chain)));
            statement.setArray(2, array(connection, "int4", entries.stream().map(Entry::sequence)));
            statement.setArray(3, array(connection, "text", entries.stream().map(Entry::payload)));
            statement.setArray(4, bytes(connection, entries.stream().map(Entry::hash)));
            statement.setArray(
                    5,
                    array(
                            connection,
                            "text",
                            entries.stream()
                                    .flatMap(entry -> entry.kept().stream().map(kept -> entry.chain()))));
            statement.setArray(
                    6,
                    array(
                            connection,
                            "int4",
                            entries.stream()
                                    .flatMap(entry -> entry.kept().stream().map(kept -> entry.sequence()))));
            statement.setArray(7, array(connection, "text", kept(entries).map(Entry.Kept::name)));
            statement.setArray(8, array(connection, "text", kept(entries).map(Entry.Kept::value)));
            statement.setArray(9, bytes(connection, kept(entries).map(Entry.Kept::salt)));
            statement.executeUpdate();
        }
    }

    private static Stream<Entry.Kept> kept(List<Entry> entries) {
        return entries.stream().flatMap(entry -> entry.kept().stream());
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static Array bytes(Connection connection, Stream<byte[]> values) throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(byte[][]::new));
    }
}
