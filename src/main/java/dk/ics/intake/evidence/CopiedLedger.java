package dk.ics.intake.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger of a database whose cases are multiplied: the copies get chains of their own, signed with the key the caller
 * gives. Only for data of a demonstration; an application appends through {@link Evidence}.
 */
public final class CopiedLedger {

    private static final int CASES_AT_ONCE = 25;

    private final Connection connection;
    private final Checkpoints checkpoints;
    private final Verification verification;
    private final Clock clock;
    private final Map<String, ChainTemplate> templates = new HashMap<>();
    private final EntryWriter writer = new EntryWriter();

    private CopiedLedger(Connection connection, Checkpoints checkpoints, Verification verification, Clock clock) {
        this.connection = connection;
        this.checkpoints = checkpoints;
        this.verification = verification;
        this.clock = clock;
    }

    /**
     * @param key private key, whose public half is in the folder of public keys
     * @param export where the checkpoints of this database go
     * @throws SigningKeyMissing if nothing can be signed with the key
     */
    public static CopiedLedger of(Connection connection, Path key, Path publicKeys, Path export, Clock clock)
            throws IOException {
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        CheckpointFolder folder = new CheckpointFolder(export);
        return new CopiedLedger(
                connection,
                new Checkpoints(
                        new JdbcTemplate(source),
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        SigningKey.load(key, publicKeys),
                        folder,
                        clock),
                new Verification(PublicKeys.in(publicKeys), folder, null),
                clock);
    }

    /** The tables under watch whose rows belong to no case, also where they name one: they are not copied with it. */
    public static Set<String> tablesOfNoCase() {
        return WatchedTables.all().stream()
                .filter(table -> table.owner().isNone())
                .map(WatchedTable::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Verifies the ledger as it stands. */
    public Report verify(LongConsumer progress) throws SQLException, IOException {
        return verification.run(connection, progress);
    }

    /** How many entries a chain has. */
    public int length(String chain) throws SQLException {
        return template(chain).length();
    }

    /** Keeps everybody else from appending until the transaction ends. */
    public void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(EntryStore.ALONE);
            statement.execute("set local timezone = 'UTC'");
        }
    }

    /** Appends the entries of copies whose rows are there, in the transaction of the connection. */
    public void append(List<CopiedChain> copies) throws SQLException {
        for (int from = 0; from < copies.size(); from += CASES_AT_ONCE) {
            appendSome(copies.subList(from, Math.min(copies.size(), from + CASES_AT_ONCE)));
        }
    }

    private void appendSome(List<CopiedChain> copies) throws SQLException {
        Map<String, Map<String, RowDigest>> rows = new HashMap<>();
        List<String> chains = copies.stream().map(CopiedChain::chain).toList();
        for (WatchedTable table : WatchedTables.all()) {
            for (RowDigest row : WatchedRows.ofChains(connection, table, chains)) {
                rows.computeIfAbsent(row.chain(), of -> new HashMap<>()).put(table.name() + "\t" + row.key(), row);
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (CopiedChain copy : copies) {
            entries.addAll(template(copy.original()).copy(copy, rows.getOrDefault(copy.chain(), Map.of())));
        }
        EntryStore.insert(connection, entries);
    }

    /** Records an act of the system with the row that tells of it. */
    public void record(Facts facts, String table, String key) throws SQLException {
        EntryStore.Head head = EntryStore.lock(connection, List.of(Evidence.SYSTEM))
                .getOrDefault(Evidence.SYSTEM, EntryStore.Head.NONE);
        Entry entry = writer.write(
                Evidence.SYSTEM,
                head.sequence() + 1,
                head.hash(),
                clock.instant(),
                Actor.SYSTEM,
                new Page.Line(Kind.SYSTEM_CHANGE, null, facts, List.of()),
                WatchedRows.of(connection, Map.of(WatchedTables.named(table), Set.of(key))));
        EntryStore.insert(connection, List.of(entry));
    }

    /** Signs what is new, in the transaction of the connection. */
    public void sign() throws SQLException {
        checkpoints.take(connection);
    }

    /** Takes out what was signed and committed. */
    public void export() {
        checkpoints.export();
    }

    private ChainTemplate template(String chain) throws SQLException {
        if (!templates.containsKey(chain)) {
            templates.put(chain, ChainTemplate.read(connection, chain));
        }
        return Objects.requireNonNull(templates.get(chain));
    }
}
