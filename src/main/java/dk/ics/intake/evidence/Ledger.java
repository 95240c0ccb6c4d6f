package dk.ics.intake.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Appends to the chains as the last thing a transaction does: whatever was recorded, and the digests of all watched rows
 * that were written, by whichever code. It hangs on the transaction manager, so no transaction can forget it.
 */
@Component
class Ledger implements TransactionExecutionListener {

    // Digests of times with a zone are made in UTC, wherever the application runs.
    private static final String TOUCHED =
            "select coalesce(current_setting('ics.touched', true), '')," + " set_config('TimeZone', 'UTC', true)";

    private final DataSource dataSource;
    private final ObjectProvider<Clock> clock;
    private final ObjectProvider<Actor> actor;
    private final ObjectProvider<MeterRegistry> meters;
    private final EntryWriter writer = new EntryWriter();

    /** @param clock looked up late: the transaction manager, which comes first, asks for this bean */
    Ledger(
            DataSource dataSource,
            ObjectProvider<Clock> clock,
            ObjectProvider<Actor> actor,
            ObjectProvider<MeterRegistry> meters) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.actor = actor;
        this.meters = meters;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isReadOnly()) {
            return;
        }
        long begun = System.nanoTime();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            if (append(connection, Page.find())) {
                meters.getObject().timer("ics.evidence.append").record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            }
        } catch (SQLException e) {
            throw translated(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Says whether there was anything. */
    private boolean append(Connection connection, @Nullable Page page) throws SQLException {
        Map<String, List<Page.Line>> lines = page == null ? new TreeMap<>() : page.lines();
        Map<WatchedTable, Set<String>> touched = WatchedRows.parse(touched(connection));
        Map<String, List<RowDigest>> rows =
                touched.isEmpty() ? Map.of() : WatchedRows.byChain(WatchedRows.of(connection, touched));
        Set<String> chains = new TreeSet<>(lines.keySet());
        chains.addAll(rows.keySet());
        if (chains.isEmpty()) {
            return false;
        }
        rows.keySet().stream()
                .filter(chain -> !lines.containsKey(chain))
                .forEach(chain ->
                        lines.put(chain, List.of(new Page.Line(ofRowsAlone(chain), null, new Facts(), List.of()))));
        String user = Objects.requireNonNullElse(actor.getObject().userId(), Actor.SYSTEM);
        Map<String, EntryStore.Head> heads = EntryStore.lock(connection, chains);
        List<Entry> entries = new ArrayList<>();
        for (String chain : chains) {
            entries.addAll(follow(
                    chain,
                    heads.getOrDefault(chain, EntryStore.Head.NONE),
                    user,
                    Objects.requireNonNull(lines.get(chain)),
                    rows.getOrDefault(chain, List.of())));
        }
        EntryStore.insert(connection, entries);
        return true;
    }

    /** The rows stand in the first entry of their chain. */
    List<Entry> follow(String chain, EntryStore.Head head, String user, List<Page.Line> lines, List<RowDigest> rows) {
        List<Entry> entries = new ArrayList<>();
        int sequence = head.sequence();
        byte[] hash = head.hash();
        for (Page.Line line : lines) {
            String by = line.userId() == null ? user : line.userId();
            Entry entry = writer.write(
                    chain,
                    ++sequence,
                    hash,
                    clock.getObject().instant(),
                    by,
                    line,
                    entries.isEmpty() ? rows : List.of());
            hash = entry.hash();
            entries.add(entry);
        }
        return entries;
    }

    private static Kind ofRowsAlone(String chain) {
        return chain.equals(Evidence.SYSTEM) ? Kind.SYSTEM_CHANGE : Kind.PROGRESS;
    }

    private static String touched(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOUCHED);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** As Spring names it, and without the statement's values. */
    private DataAccessException translated(SQLException e) {
        return Objects.requireNonNull(new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("ledger", null, e));
    }
}
