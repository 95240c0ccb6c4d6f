package dk.ics.intake.multiply;

import dk.ics.intake.evidence.CopiedChain;
import dk.ics.intake.evidence.CopiedLedger;
import dk.ics.intake.evidence.Facts;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some copies with their rows, their signed chains and the mark that tells of them: one transaction, all of it or nothing. */
final class Round {

    private final Connection connection;
    private final CopiedLedger ledger;
    private final Map<CopyTable, Numbers> tables;
    private final Clock clock;

    Round(Connection connection, CopiedLedger ledger, Map<CopyTable, Numbers> tables, Clock clock) {
        this.connection = connection;
        this.ledger = ledger;
        this.tables = tables;
        this.clock = clock;
    }

    void make(List<Copy> copies, long entries) throws SQLException {
        connection.setAutoCommit(false);
        try {
            ledger.lock();
            name(copies);
            triggers("disable");
            try (Statement statement = connection.createStatement()) {
                for (Map.Entry<CopyTable, Numbers> table : tables.entrySet()) {
                    statement.executeUpdate(table.getKey()
                            .insert(table.getValue().width(), table.getValue().added()));
                }
            }
            triggers("enable");
            ledger.append(chains());
            mark(copies, entries);
            ledger.sign();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What each copy is called, in a table of this transaction. */
    private void name(List<Copy> copies) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table copy (copy bigint primary key, reference text, head text, days int,"
                            + " copied text) on commit drop");
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into copy
                select n, f.reference, h, d, to_char((f.opened_at - make_interval(days => d)) at time zone
                  'Europe/Copenhagen', 'YYYY') || '-' || (? + n)
                from unnest(?::bigint[], ?::text[], ?::text[], ?::int[]) given (n, r, h, d)
                join ics.case_file f on f.reference = r
                """)) {
            statement.setLong(1, Sources.FIRST_NUMBER);
            statement.setArray(
                    2, array("int8", copies.stream().map(Copy::number).toArray()));
            statement.setArray(
                    3, array("text", copies.stream().map(Copy::original).toArray()));
            statement.setArray(4, array("text", copies.stream().map(Copy::head).toArray()));
            statement.setArray(5, array("int4", copies.stream().map(Copy::days).toArray()));
            statement.executeUpdate();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze copy");
        }
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    /** What triggers would make is copied, and checks were passed by the originals. Foreign keys are checked as ever. */
    private void triggers(String state) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (CopyTable table : tables.keySet()) {
                statement.execute("alter table %s %s trigger user".formatted(table.name(), state));
            }
        }
    }

    private List<CopiedChain> chains() throws SQLException {
        List<CopiedChain> chains = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select copy, reference, head, days, copied from copy order by copy")) {
            while (rows.next()) {
                Map<String, Long> numbers = new LinkedHashMap<>();
                for (Map.Entry<CopyTable, Numbers> table : tables.entrySet()) {
                    if (table.getKey().number() != null) {
                        numbers.put(table.getKey().name(), table.getValue().of(rows.getLong(1)));
                    }
                }
                chains.add(new CopiedChain(
                        rows.getString(2),
                        rows.getString(5),
                        rows.getString(3),
                        Period.ofDays(rows.getInt(4)),
                        numbers));
            }
        }
        return chains;
    }

    private void mark(List<Copy> copies, long entries) throws SQLException {
        long first = copies.get(0).number();
        long last = copies.get(copies.size() - 1).number();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into ics.multiplication (round, first_copy, last_copy, entries, made_at)
                select coalesce(max(round), 0) + 1, ?, ?, ?, ? from ics.multiplication returning round
                """)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            statement.setLong(3, entries);
            statement.setObject(
                    4, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                ledger.record(
                        new Facts()
                                .code("act", "multiplied")
                                .code("firstCopy", first)
                                .code("lastCopy", last),
                        "ics.multiplication",
                        row.getString(1));
            }
        }
    }
}
