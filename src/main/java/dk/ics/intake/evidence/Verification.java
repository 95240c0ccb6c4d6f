package dk.ics.intake.evidence;

import dk.ics.intake.vault.Vault;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a whole ledger: the chains, the values, the rows they are evidence of, and the checkpoints. It asks for nothing
 * but a connection, so it works on any copy of the database, and uses no function or view that is in it. It reads a snapshot
 * and keeps no more than some cases at a time.
 */
public final class Verification {

    private static final int CASES_AT_ONCE = 200;
    private static final int ENTRIES_AT_ONCE = 2000;
    private static final int TELL_EVERY = 1000;

    private final PublicKeys keys;
    private final @Nullable CheckpointFolder outside;
    private final @Nullable Vault vault;

    /**
     * @param outside the exported checkpoints; without them a cut database cannot be told from a whole one
     * @param vault opens the contents of documents; without it they are not compared with their hashes
     */
    public Verification(PublicKeys keys, @Nullable CheckpointFolder outside, @Nullable Vault vault) {
        this.keys = keys;
        this.outside = outside;
        this.vault = vault;
    }

    /** How many entries there are to verify. */
    public static long size(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from ics.evidence_entry")) {
            count.next();
            return count.getLong(1);
        }
    }

    /**
     * Verifies everything. The connection is left without a transaction.
     *
     * @param progress is told the number of entries verified, every thousand
     */
    public Report run(Connection connection, LongConsumer progress) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read read only");
            }
            return within(connection, progress);
        } finally {
            connection.rollback();
        }
    }

    /** Verifies what the transaction sees that the connection is in. */
    Report within(Connection connection, LongConsumer progress) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local timezone = 'UTC'");
            statement.execute("set local search_path = pg_catalog");
        }
        Findings findings = new Findings(progress);
        Map<String, Integer> lengths = new HashMap<>();
        CheckpointCheck checkpoints = new CheckpointCheck(connection, keys, outside, findings);
        checkpoints.check();
        RowCheck rows = new RowCheck(connection, findings, vault);
        Chains chains = new Chains(connection, findings, rows, checkpoints.headsInDoubt(), lengths);
        chains.check();
        rows.ofUnknownChains();
        checkpoints.headsInDoubt().forEach((chain, head) -> {
            int length = lengths.getOrDefault(chain, 0);
            if (length == 0) {
                findings.add(Finding.of(FindingType.CASE_GONE, chain, head.sequence(), null));
            } else if (length < head.sequence()) {
                findings.add(Finding.of(FindingType.TAIL_CUT, chain, length + 1, "til og med post " + head.sequence()));
            }
        });
        return new Report(
                chains.entries,
                chains.count,
                chains.values,
                rows.rows(),
                checkpoints.checked(),
                findings.kept(),
                findings.counts());
    }

    /** All chains, one after the other. */
    private static final class Chains {

        private final Connection connection;
        private final Findings findings;
        private final RowCheck rows;
        private final Map<String, Checkpoint.Head> inDoubt;
        private final Map<String, Integer> lengths;
        private final List<ChainCheck> batch = new ArrayList<>();
        private long entries;
        private long count;
        private long values;
        private @Nullable ChainCheck chain;

        Chains(
                Connection connection,
                Findings findings,
                RowCheck rows,
                Map<String, Checkpoint.Head> inDoubt,
                Map<String, Integer> lengths) {
            this.connection = connection;
            this.findings = findings;
            this.rows = rows;
            this.inDoubt = inDoubt;
            this.lengths = lengths;
        }

        void check() throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                            "select id, chain, sequence, payload, hash from ics.evidence_entry"
                                    + " order by chain collate \"C\", sequence, id");
                    ValueCursor cursor = new ValueCursor(connection)) {
                statement.setFetchSize(ENTRIES_AT_ONCE);
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        one(
                                new StoredEntry(
                                        found.getLong(1),
                                        found.getString(2),
                                        found.getInt(3),
                                        found.getString(4),
                                        found.getBytes(5)),
                                cursor);
                    }
                }
                finish();
                rows.of(batch);
                for (StoredValue value : cursor.rest()) {
                    findings.add(Finding.of(
                            FindingType.VALUE_INSERTED,
                            value.chain(),
                            value.sequence(),
                            "ics.evidence_value " + value.name()));
                }
            }
        }

        private void one(StoredEntry entry, ValueCursor cursor) throws SQLException {
            ChainCheck current = chain;
            if (current == null || !current.chain().equals(entry.chain())) {
                finish();
                current = new ChainCheck(entry.chain(), findings);
                chain = current;
                count++;
                if (batch.size() >= CASES_AT_ONCE) {
                    rows.of(batch);
                    batch.clear();
                }
            }
            List<StoredValue> ofEntry = cursor.upTo(entry.chain(), entry.sequence());
            values += ofEntry.size();
            current.next(entry, ofEntry);
            if (++entries % TELL_EVERY == 0) {
                findings.progress(entries);
            }
        }

        private void finish() {
            ChainCheck done = chain;
            if (done != null) {
                done.end();
                batch.add(done);
                if (inDoubt.containsKey(done.chain())) {
                    lengths.put(done.chain(), done.length());
                }
            }
        }
    }
}
