package dk.ics.intake.multiply;

import dk.ics.intake.evidence.CopiedLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Copies cases round by round until the ledger has so many entries. A round that breaks off leaves nothing behind. */
final class Multiplier {

    /** The first rounds are small: after them PostgreSQL knows what the tables hold. */
    private static final int SMALLEST_ROUND = 50;

    private static final int LARGEST_ROUND = 1000;

    private final Connection connection;
    private final CopiedLedger ledger;
    private final Clock clock;

    Multiplier(Connection connection, CopiedLedger ledger, Clock clock) {
        this.connection = connection;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the database holds afterwards. */
    record Outcome(long entries, long copies) {}

    /**
     * @param wanted entries of the ledger; the last copy goes beyond by less than its own
     * @param progress is told the number of entries after each round
     */
    Outcome run(Sources sources, long wanted, LongConsumer progress) throws SQLException {
        long entries = number("select count(*) from ics.evidence_entry");
        long made = number("select coalesce(max(last_copy), 0) from ics.multiplication");
        Map<CopyTable, Numbers> tables = new LinkedHashMap<>();
        for (CopyTable table : CopyTables.of(connection)) {
            tables.put(table, Numbers.of(connection, table, sources.references(), made + 1));
        }
        Round round = new Round(connection, ledger, tables, clock);
        int size = SMALLEST_ROUND;
        while (entries < wanted) {
            List<Copy> copies = new ArrayList<>();
            long more = 0;
            // Each round has an entry of its own, which tells of it.
            while (copies.isEmpty() || (copies.size() < size && entries + 1 + more < wanted)) {
                Sources.Source source = sources.of(++made);
                copies.add(new Copy(made, source.reference()));
                more += source.entries();
            }
            round.make(copies, more);
            ledger.export();
            Numbers.goOnAfter(connection, List.copyOf(tables.keySet()));
            entries += more + 1;
            progress.accept(entries);
            if (size < LARGEST_ROUND || entries >= wanted) {
                count(tables);
                size = Math.min(LARGEST_ROUND, size * 3);
            }
        }
        return new Outcome(entries, made);
    }

    private void count(Map<CopyTable, Numbers> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (CopyTable table : tables.keySet()) {
                statement.execute("analyze " + table.name());
            }
            statement.execute("analyze ics.evidence_entry, ics.evidence_value, ics.evidence_checkpoint");
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
