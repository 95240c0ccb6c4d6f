package dk.ics.intake.evidence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the digests of watched rows. */
final class WatchedRows {

    private WatchedRows() {}

    /** What {@code ics.touched} names: a line {@code table<tab>key} for each row that was written. */
    static Map<WatchedTable, Set<String>> parse(String touched) {
        Map<WatchedTable, Set<String>> keys = new LinkedHashMap<>();
        touched.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            keys.computeIfAbsent(WatchedTables.named(line.substring(0, tab)), of -> new LinkedHashSet<>())
                    .add(line.substring(tab + 1));
        });
        return keys;
    }

    /** The rows of these names, in one statement; one that is gone has no digest. */
    static List<RowDigest> of(Connection connection, Map<WatchedTable, Set<String>> keys) throws SQLException {
        String sql = keys.keySet().stream().map(WatchedTable::byKeys).collect(Collectors.joining(" union all "));
        List<RowDigest> rows = new ArrayList<>();
        Map<WatchedTable, Set<String>> gone = new LinkedHashMap<>();
        keys.forEach((table, names) -> gone.put(table, new LinkedHashSet<>(names)));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (Set<String> names : keys.values()) {
                statement.setArray(place++, array(connection, names));
            }
            for (RowDigest row : read(statement)) {
                rows.add(row);
                gone.getOrDefault(row.table(), Set.of()).remove(row.key());
            }
        }
        gone.forEach((table, names) ->
                names.forEach(key -> rows.add(new RowDigest(table, key, chainOfGone(table, key), null))));
        return rows;
    }

    /** All rows of these cases. */
    static List<RowDigest> ofChains(Connection connection, WatchedTable table, Collection<String> chains)
            throws SQLException {
        if (table.owner().isNone()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(table.byChains())) {
            statement.setArray(1, array(connection, chains));
            return read(statement);
        }
    }

    /** All rows of no case. */
    static List<RowDigest> ofNoCase(Connection connection, WatchedTable table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.ofNoCase())) {
            return read(statement);
        }
    }

    /** The references of all cases that a table has rows of. */
    static Set<String> chains(Connection connection, WatchedTable table) throws SQLException {
        Set<String> chains = new LinkedHashSet<>();
        if (!table.owner().isNone()) {
            try (PreparedStatement statement = connection.prepareStatement(table.ofUnknownChains());
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    chains.add(rows.getString(2));
                }
            }
        }
        return chains;
    }

    private static List<RowDigest> read(PreparedStatement statement) throws SQLException {
        List<RowDigest> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                byte[][] digests = (byte[][]) found.getArray(4).getArray();
                rows.add(new RowDigest(
                        WatchedTables.named(found.getString(1)),
                        found.getString(2),
                        found.getString(3),
                        Arrays.asList(digests)));
            }
        }
        return rows;
    }

    /** A row that is gone cannot be asked; its name tells the case, or it belonged to none. */
    private static String chainOfGone(WatchedTable table, String key) {
        if (table.owner().isNone()) {
            return Evidence.SYSTEM;
        }
        String first = table.key().get(0).column();
        if (!table.owner().column().equals("t." + first)) {
            throw new IllegalStateException("Rows of " + table.name() + " are evidence and never deleted");
        }
        int end = key.indexOf('/');
        return end < 0 ? key : key.substring(0, end);
    }

    static Array array(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** By chain, and within it in the order of the names. */
    static Map<String, List<RowDigest>> byChain(Collection<RowDigest> rows) {
        return rows.stream().collect(Collectors.groupingBy(RowDigest::chain, TreeMap::new, Collectors.toList()));
    }
}
