package dk.ics.intake.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the ledger when there is none: its first entry, and for each case and for the system as a whole entries with the
 * digests of all rows that were there before, so that these too cannot be changed unnoticed from now on. Before the engine
 * starts and in one transaction.
 */
@Component
@DependsOnDatabaseInitialization
public class Beginning implements InitializingBean {

    private static final int ROWS_OF_AN_ENTRY = 500;
    private static final int CASES_AT_ONCE = 100;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Ledger ledger;

    Beginning(JdbcTemplate jdbc, PlatformTransactionManager transactions, Ledger ledger) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.ledger = ledger;
    }

    @Override
    public void afterPropertiesSet() {
        begin();
    }

    /** Does nothing if there is a ledger. */
    public void begin() {
        transaction.executeWithoutResult(status -> jdbc.execute((ConnectionCallback<Boolean>) this::begin));
    }

    private Boolean begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Two nodes that start together: the second finds a ledger.
            statement.execute(EntryStore.ALONE);
            statement.execute("set local timezone = 'UTC'");
        }
        if (!EntryStore.lock(connection, List.of(Evidence.SYSTEM)).isEmpty()) {
            return false;
        }
        Set<String> cases = new TreeSet<>();
        for (WatchedTable table : WatchedTables.all()) {
            cases.addAll(WatchedRows.chains(connection, table));
        }
        takeOverSystem(connection, cases.size());
        List<String> left = List.copyOf(cases);
        for (int from = 0; from < left.size(); from += CASES_AT_ONCE) {
            takeOver(connection, left.subList(from, Math.min(left.size(), from + CASES_AT_ONCE)));
        }
        return true;
    }

    private void takeOverSystem(Connection connection, int cases) throws SQLException {
        List<RowDigest> rows = new ArrayList<>();
        for (WatchedTable table : WatchedTables.all()) {
            rows.addAll(WatchedRows.ofNoCase(connection, table));
        }
        Facts begun = new Facts().code("cases", cases).code("rows", rows.size());
        List<Entry> entries =
                new ArrayList<>(follow(Evidence.SYSTEM, EntryStore.Head.NONE, Kind.LEDGER_BEGUN, begun, List.of()));
        for (int from = 0; from < rows.size(); from += ROWS_OF_AN_ENTRY) {
            Entry last = entries.get(entries.size() - 1);
            entries.addAll(follow(
                    Evidence.SYSTEM,
                    new EntryStore.Head(last.sequence(), last.hash()),
                    Kind.TAKEN_OVER,
                    new Facts(),
                    rows.subList(from, Math.min(rows.size(), from + ROWS_OF_AN_ENTRY))));
        }
        EntryStore.insert(connection, entries);
    }

    private void takeOver(Connection connection, Collection<String> cases) throws SQLException {
        List<RowDigest> rows = new ArrayList<>();
        for (WatchedTable table : WatchedTables.all()) {
            rows.addAll(WatchedRows.ofChains(connection, table, cases));
        }
        List<Entry> entries = new ArrayList<>();
        WatchedRows.byChain(rows)
                .forEach((chain, ofCase) ->
                        entries.addAll(follow(chain, EntryStore.Head.NONE, Kind.TAKEN_OVER, new Facts(), ofCase)));
        EntryStore.insert(connection, entries);
    }

    private List<Entry> follow(String chain, EntryStore.Head head, Kind kind, Facts facts, List<RowDigest> rows) {
        return ledger.follow(chain, head, Actor.SYSTEM, List.of(new Page.Line(kind, null, facts, List.of())), rows);
    }
}
