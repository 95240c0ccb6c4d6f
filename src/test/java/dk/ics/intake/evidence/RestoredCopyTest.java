package dk.ics.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The command on any copy of the database, and what an older copy that is put back looks like. */
@IntakeTest
class RestoredCopyTest {

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    TestDatabase database;

    @Autowired
    JavaMigration[] migrations;

    @TempDir
    Path folder;

    /** Each test has a key of its own. */
    @BeforeEach
    void forgetOtherKeys() {
        database.execute("truncate ics.evidence_checkpoint");
    }

    @Test
    void an_older_copy_is_told_from_the_newest_and_a_statement_makes_it_lawful() throws Exception {
        TestLedger ledger = TestLedger.in(folder, jdbc, transaction, clock);
        TestCases.euWorker(caseFile);
        ledger.checkpoint();
        Map<String, byte[]> dump = DatabaseCopy.of(database);
        String later = TestCases.euWorker(caseFile).value();
        ledger.checkpoint();
        String copy = DatabaseCopy.restore(database, "older", dump, migrations);

        assertThat(verify(ledger, copy)).as(said).isEqualTo(1);
        assertThat(said)
                .contains("kontrolpunkt 2: Databasen er ældre end de eksporterede kontrolpunkter")
                .contains("Sag " + later)
                .contains("kontrolsporet holder IKKE");

        JdbcTemplate ofCopy = new JdbcTemplate(new DriverManagerDataSource(copy));
        TestLedger there = TestLedger.in(
                folder, ofCopy, new TransactionTemplate(new JdbcTransactionManager(ofCopy.getDataSource())), clock);
        Facts facts = new Facts().code("act", "goesOn");
        Entry entry = new EntryWriter()
                .write(
                        "2026-900000",
                        1,
                        null,
                        clock.instant(),
                        "system",
                        new Page.Line(Kind.CASE_ACT, null, facts, List.of()),
                        List.of());
        ofCopy.execute((ConnectionCallback<Boolean>) connection -> {
            EntryStore.insert(connection, List.of(entry));
            return true;
        });
        assertThatThrownBy(there::checkpoint).isInstanceOf(Checkpoints.DatabaseIsBehind.class);

        assertThat(there.checkpoints().restored("Drift", "Disken gik i stykker"))
                .isEqualTo(1);
        assertThat(verify(ledger, copy)).as(said).isZero();
        there.checkpoint();
        assertThat(verify(ledger, copy)).as(said).isZero();
        assertThat(said).contains("2 kontrolpunkter", "Drift: Disken gik i stykker", "Databasen er lovligt genskabt");
    }

    @Test
    void it_says_what_it_needs_and_fails_when_it_cannot_be_done() throws Exception {
        TestLedger ledger = TestLedger.in(folder, jdbc, transaction, clock);
        assertThat(run("--ics.verify=")).isEqualTo(2);
        TestCases.euWorker(caseFile);
        ledger.checkpoint();
        assertThat(verify(ledger, "jdbc:postgresql://127.0.0.1:1/ics")).isEqualTo(2);
        assertThat(said).contains("Not verified");
    }

    private String said = "";

    private int verify(TestLedger ledger, String url) {
        return run(
                "--ics.verify=" + url,
                "--ics.evidence.public-keys=" + ledger.publicKeys(),
                "--ics.evidence.export=" + ledger.export());
    }

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new VerifyCommand(print, print).run(new SimpleCommandLinePropertySource(arguments));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
