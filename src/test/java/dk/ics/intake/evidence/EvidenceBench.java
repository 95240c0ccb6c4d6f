package dk.ics.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.process.EvidenceCases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A hundred thousand entries are verified, against plain reading with SHA-256; and what the ledger costs a case. */
@Tag("bench")
@IntakeTest
class EvidenceBench {

    private static final int CHAINS = 1000;
    private static final int ENTRIES = 100;
    private static final int ROUNDS = 3;
    private static final int CASES = 10;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JdbcClient client;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    TestDatabase database;

    @Autowired
    MeterRegistry meters;

    @TempDir
    Path folder;

    @Test
    void a_hundred_thousand_entries() throws Exception {
        String cost = cost();
        TestLedger ledger = TestLedger.in(folder, jdbc, transaction, clock);
        for (int chain = 0; chain < CHAINS; chain++) {
            fill("2025-%06d".formatted(chain));
            if (chain % 100 == 99) {
                ledger.checkpoint();
            }
        }
        database.execute("vacuum analyze");
        List<Long> plain = new ArrayList<>();
        List<Long> verified = new ArrayList<>();
        Report report = ledger.verify(database);
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            assertThat(plainReading()).isGreaterThanOrEqualTo(CHAINS * ENTRIES);
            plain.add(System.nanoTime() - begun);
            begun = System.nanoTime();
            report = ledger.verify(database);
            verified.add(System.nanoTime() - begun);
            assertThat(report.findings())
                    .filteredOn(finding -> finding.type().isAlarm())
                    .isEmpty();
        }
        write(report, median(plain), median(verified), cost);
    }

    /** Each entry with one row of the journal and one value, as a line of the journal makes it. */
    private void fill(String chain) {
        transaction.executeWithoutResult(status -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                        insert into ics.case_file (reference, municipality, category, channel, status, opened_at)
                        values ('%s', '0147', 'euWorker', 'online', 'open', '2026-01-01')
                        """.formatted(chain));
                statement.execute("""
                        insert into ics.journal (case_reference, at, user_id, act_code, description, changed_keys)
                        select '%s', '2026-01-01', 'sagsbehandler', 'note', 'Linje ' || n, '{}'
                        from generate_series(1, %d) n
                        """.formatted(chain, ENTRIES - 1));
                statement.execute("select set_config('ics.touched', '', true)");
            }
            List<RowDigest> rows = new ArrayList<>();
            for (String table : List.of("ics.case_file", "ics.journal")) {
                rows.addAll(WatchedRows.ofChains(connection, WatchedTables.named(table), List.of(chain)));
            }
            EntryWriter writer = new EntryWriter();
            List<Entry> entries = new ArrayList<>();
            byte[] before = null;
            for (int i = 0; i < rows.size(); i++) {
                Facts facts = new Facts().code("task", "controlIdentity").personal("note", "Bemærkning " + i);
                Page.Line line = new Page.Line(Kind.TASK_COMPLETED, null, facts, List.of());
                Entry entry =
                        writer.write(chain, i + 1, before, clock.instant(), "idkontrol", line, List.of(rows.get(i)));
                entries.add(entry);
                before = entry.hash();
            }
            EntryStore.insert(connection, entries);
            return true;
        }));
    }

    /** The least anybody can do: read every entry in its order and hash it with the one before. */
    private int plainReading() throws SQLException {
        try (Connection connection = database.as("app").getConnection()) {
            connection.setAutoCommit(false);
            int read = 0;
            String chain = "";
            byte[] before = null;
            try (PreparedStatement statement = connection.prepareStatement(
                    "select chain, payload, hash from ics.evidence_entry order by chain collate \"C\", sequence")) {
                statement.setFetchSize(2000);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (!rows.getString(1).equals(chain)) {
                            chain = rows.getString(1);
                            before = null;
                        }
                        byte[] hash = Digests.link(before, rows.getString(2));
                        assertThat(Arrays.equals(hash, rows.getBytes(3))).isTrue();
                        before = hash;
                        read++;
                    }
                }
            }
            return read;
        }
    }

    /** What the ledger adds to a whole case, measured while cases are worked. */
    private String cost() {
        EvidenceCases.whole(engine, caseFile, clock, "http://localhost:" + port);
        Sizes begun = sizes();
        long time = System.nanoTime();
        for (int i = 0; i < CASES; i++) {
            EvidenceCases.whole(engine, caseFile, clock, "http://localhost:" + port);
        }
        double seconds = (System.nanoTime() - time) / 1e9;
        Sizes with = sizes().minus(begun);
        database.execute("select pg_stat_force_next_flush()");
        return String.format(
                Locale.ROOT,
                """
                | A whole case | of the ledger | in all | share |
                |---|---|---|---|
                | entries | %.0f | | |
                | rows written | %.0f | %.0f | %.2f |
                | bytes of payloads, kB | %.0f | | |
                | transactions that append | %.0f | | |
                | milliseconds | %.0f | %.0f | %.2f |
                """,
                with.entries() / (double) CASES,
                with.evidenceRows() / (double) CASES,
                with.rows() / (double) CASES,
                with.evidenceRows() / (double) Math.max(1, with.rows()),
                with.bytes() / (double) CASES / 1000,
                with.appends() / (double) CASES,
                with.milliseconds() / CASES,
                seconds * 1000 / CASES,
                with.milliseconds() / (seconds * 1000));
    }

    private record Sizes(long entries, long evidenceRows, long rows, long bytes, long appends, double milliseconds) {

        Sizes minus(Sizes before) {
            return new Sizes(
                    entries - before.entries,
                    evidenceRows - before.evidenceRows,
                    rows - before.rows,
                    bytes - before.bytes,
                    appends - before.appends,
                    milliseconds - before.milliseconds);
        }
    }

    private Sizes sizes() {
        database.execute("select pg_stat_clear_snapshot()");
        Timer timer = meters.get("ics.evidence.append").timer();
        return client.sql("""
                        select (select count(*) from ics.evidence_entry),
                          (select count(*) from ics.evidence_entry) + (select count(*) from ics.evidence_value),
                          (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables
                           where schemaname <> 'simulator'),
                          (select coalesce(sum(length(payload)), 0) from ics.evidence_entry)
                        """)
                .query((row, number) -> new Sizes(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        timer.count(),
                        timer.totalTime(TimeUnit.MILLISECONDS)))
                .single();
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }

    private static void write(Report report, double plain, double verified, String cost) throws IOException {
        String page = String.format(
                        Locale.ROOT,
                        """
                # What the evidence ledger costs

                Written by `mvn -Pbench test` (`EvidenceBench`). Times are of the machine it ran on; what counts is their ratio.

                ## Verification

                %,d entries in %,d chains with %,d values, %,d rows and %,d checkpoints, all compared; median of %d runs in turns.

                | | milliseconds |
                |---|---|
                | reading every entry and SHA-256 over it | %.0f |
                | verification | %.0f |

                Ratio **%.1f**.

                ## A case

                A whole case from application to closing, everything in it worked over REST, mean of %d; people's forms, jobs and
                simulated authorities are in the time of all.

                """,
                        report.entries(),
                        report.chains(),
                        report.values(),
                        report.rows(),
                        report.checkpoints(),
                        ROUNDS,
                        plain,
                        verified,
                        verified / plain,
                        CASES)
                + cost;
        System.out.println(page);
        Files.writeString(Path.of("docs/evidence-cost.md"), page);
    }
}
