package dk.ics.intake.multiply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers that the copies of a run get in a table whose rows are numbered: each copy has as many as the originals are
 * apart, after all that are taken. They keep the originals' order.
 *
 * @param width how many a copy has
 * @param added to the original's number, beside {@code width} for each number of the copy
 */
record Numbers(long width, long added) {

    static final Numbers NONE = new Numbers(0, 0);

    static Numbers of(Connection connection, CopyTable table, Collection<String> references, long firstCopy)
            throws SQLException {
        String column = table.number();
        if (column == null) {
            return NONE;
        }
        String sql = """
                select coalesce(min(s.%1$s), 0), coalesce(max(s.%1$s), 0), (select coalesce(max(%1$s), 0) from %2$s)
                from (select reference from ics.case_file where reference in (%3$s)) c %4$s
                """.formatted(
                        column,
                        table.name(),
                        references.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", ")),
                        table.ofCase());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long least = row.getLong(1);
            long width = row.getLong(2) - least + 1;
            return new Numbers(width, row.getLong(3) + 1 - least - firstCopy * width);
        }
    }

    /** How much the number of a row of this copy is above the original's. */
    long of(long copy) {
        return copy * width + added;
    }

    /** Lets the application go on after the copies. */
    static void goOnAfter(Connection connection, List<CopyTable> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (CopyTable table : tables) {
                if (table.number() != null) {
                    statement.execute(
                            "select setval(pg_get_serial_sequence('%s', '%s'), (select greatest(max(%2$s), 1) from %1$s))"
                                    .formatted(table.name(), table.number()));
                }
            }
        }
    }
}
