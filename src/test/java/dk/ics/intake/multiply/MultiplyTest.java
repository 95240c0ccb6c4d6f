package dk.ics.intake.multiply;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.database.EmbeddedDatabase;
import dk.ics.intake.evidence.DatabaseCopy;
import dk.ics.intake.evidence.TestLedger;
import dk.ics.intake.evidence.VerifyCommand;
import dk.ics.intake.process.EvidenceCases;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Finished cases are copied with all that is kept of them, the ledger of the copies holds, and nothing real is touched. */
@IntakeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MultiplyTest {

    private static final Map<String, Map<String, Object>> REFUSED = Map.of(
            "controlIdentity", Map.of("identityOutcome", "doubt"),
            "examineDoubt", Map.of("doubtOutcome", "refusalConsidered"),
            "decideRefusal", Map.of("refusalOutcome", "refused"));
    private static final int COPIES = 60;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    TestDatabase server;

    @Autowired
    JavaMigration[] migrations;

    @TempDir
    static Path folder;

    private final Multiplying command = new Multiplying();
    private TestLedger ledger;
    private Map<String, byte[]> rows = Map.of();
    private String open = "";

    @BeforeAll
    void playTwoCasesAndLeaveAThirdOpen() throws Exception {
        ledger = TestLedger.in(folder, jdbc, transaction, clock);
        String address = "http://localhost:" + port;
        String worked = EvidenceCases.whole(engine, caseFile, clock, address).value();
        // What belongs to no case, although it names one, is not copied.
        transaction.executeWithoutResult(status -> jdbc.update("""
                insert into ics.enquiry (id, at, user_id, channel, topic, outcome, case_reference)
                values (gen_random_uuid(), '2026-03-02', 'visitation', 'phone', 'moving', 'becomesCase', ?)
                """, worked));
        EvidenceCases.played(engine, caseFile, clock, address, "0101", REFUSED);
        open = TestCases.euWorker(caseFile).value();
        ledger.checkpoint();
        rows = DatabaseCopy.of(server);
    }

    @Test
    void copies_hold_and_are_whole_and_what_is_changed_in_one_is_found() throws Exception {
        DatabaseCopy.restore(server, "multiplied", rows, migrations);
        JdbcTemplate copied = superuser("multiplied");
        long before = count(copied, "select count(*) from ics.evidence_entry");
        long ofBoth = count(copied, """
                select count(*) from ics.evidence_entry where chain <> 'system' and chain <> '%s'""".formatted(open));
        long wanted = before + COPIES / 2 * ofBoth + 1;
        disconnect(copied);

        assertThat(command.run(server, "multiplied", "owner", ledger, wanted))
                .as(command.said())
                .isZero();
        assertThat(command.said()).contains("%d copies of 2 cases".formatted(COPIES));
        assertThat(verify("multiplied")).as(said).isZero();

        JdbcTemplate after = superuser("multiplied");
        assertThat(count(after, "select count(*) from ics.evidence_entry where chain ~ '-[0-9]{9}$'"))
                .isEqualTo(COPIES / 2 * ofBoth);
        for (CopyTable table : tables()) {
            long originals = count(after, of(table, "c.reference !~ '-[0-9]{9}$' and c.reference <> '" + open + "'"));
            assertThat(count(after, of(table, "c.reference ~ '-[0-9]{9}$'")))
                    .as(table.name())
                    .isEqualTo(COPIES / 2 * originals);
        }
        assertThat(after.queryForList("""
                        select table_name from (
                          select id_ as id, 'actinst' as table_name from act_hi_actinst
                          union all select id_, 'taskinst' from act_hi_taskinst
                          union all select id::text, 'document' from ics.document
                          union all select id::text, 'forwarding' from ics.forwarding) ids
                        group by table_name having count(*) <> count(distinct id)
                        """, String.class)).isEmpty();
        assertThat(count(after, """
                        select count(*) from act_hi_actinst a where not exists (
                          select from act_hi_procinst p where p.proc_inst_id_ = a.proc_inst_id_
                            and p.tenant_id_ = a.tenant_id_ and p.start_time_ <= a.start_time_)
                        """))
                .as("steps are in their own instance, in its time")
                .isZero();
        assertThat(count(
                        after,
                        "select count(*) from ics.journal where description ~ '2026-00000[0-9]($|[^0-9])'"
                                + " and case_reference ~ '-[0-9]{9}$'"))
                .as("lines that name their original")
                .isZero();
        assertThat(count(
                        after,
                        "select count(*) from ics.case_file where reference ~ '-[0-9]{9}$' and opened_at >"
                                + " (select min(opened_at) from ics.case_file where reference !~ '-[0-9]{9}$')"))
                .as("copies in the future of their originals")
                .isZero();
        assertThat(count(after, "select count(*) from ics.control_standing where case_reference ~ '-[0-9]{9}$'"))
                .isEqualTo(COPIES);

        String tampered = after.queryForObject(
                "select min(case_reference) from ics.journal where case_reference ~ '-[0-9]{9}$'", String.class);
        after.update("update ics.journal set user_id = 'nobody' where id ="
                + " (select max(id) from ics.journal where case_reference = '" + tampered + "')");
        assertThat(verify("multiplied")).isEqualTo(1);
        assertThat(said).contains("Sag " + tampered, "Rækken er ændret");
        after.update("delete from ics.multiplication where round = 1");
        verify("multiplied");
        assertThat(said).as("the mark is taken away").contains("Rækken er slettet");
        disconnect(after);
        assertThat(command.run(server, "multiplied", "owner", ledger, wanted * 2))
                .as("nothing is built on a ledger that does not hold")
                .isEqualTo(2);
        assertThat(command.said()).contains("ledger does not hold");
    }

    @Test
    void a_second_run_goes_on_and_one_that_has_enough_does_nothing() throws Exception {
        TestLedger own = TestLedger.in(folder.resolve("second"), jdbc, transaction, clock);
        server.execute("truncate ics.evidence_checkpoint");
        own.checkpoint();
        DatabaseCopy.restore(server, "continued", DatabaseCopy.of(server), migrations);

        assertThat(command.run(server, "continued", "owner", own, 600)).isZero();
        JdbcTemplate first = superuser("continued");
        long entries = count(first, "select count(*) from ics.evidence_entry");
        long copies = count(first, "select max(last_copy) from ics.multiplication");
        assertThat(entries).isBetween(600L, 720L);
        disconnect(first);
        assertThat(command.run(server, "continued", "owner", own, 600)).isZero();
        assertThat(command.said()).contains("%d entries, %d copies".formatted(entries, copies));
        assertThat(command.run(server, "continued", "owner", own, 1200)).isZero();

        JdbcTemplate second = superuser("continued");
        assertThat(count(second, "select count(*) from ics.evidence_entry")).isBetween(1200L, 1320L);
        assertThat(count(second, "select max(last_copy) from ics.multiplication"))
                .isEqualTo(count(second, "select count(*) from ics.case_file where reference ~ '-[0-9]{9}$'"))
                .isGreaterThan(copies);
        // What the application writes next has a number of its own.
        second.update("""
                insert into ics.journal (case_reference, at, user_id, act_code, description, changed_keys)
                values (?, now(), 'a', 'b', 'c', '{}')
                """, open);
        disconnect(second);
        ledger = own;
        assertThat(verify("continued")).as(said).isEqualTo(1);
        assertThat(said)
                .as("only that line is without entry")
                .contains("ROW_INSERTED: 1")
                .doesNotContain("ROW_CHANGED");
        ledger = TestLedger.in(folder, jdbc, transaction, clock);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            production | drop schema simulator cascade | owner | has no simulated authorities
            real_number | update ics.registration set cpr_number = '0101800001' where cpr_number is not null | owner | real person's: replacement
            real_mail | update ics.person set email = 'nogen@gmail.com' | owner | real person's: those of a demonstration
            by_app | select 1 | app | Connect as the owner
            tampered | update ics.note set body = 'x'; update ics.journal set user_id = 'x' | owner | ledger does not hold
            """)
    void what_may_be_real_is_left_alone(String name, String change, String user, String sentence) throws Exception {
        DatabaseCopy.restore(server, name, rows, migrations);
        JdbcTemplate copied = superuser(name);
        copied.execute(change);
        long before = count(copied, "select count(*) from ics.evidence_entry");
        disconnect(copied);

        assertThat(command.run(server, name, user, ledger, 5000)).isEqualTo(2);

        assertThat(command.said()).contains("left alone", sentence);
        JdbcTemplate after = superuser(name);
        assertThat(count(after, "select count(*) from ics.evidence_entry")).isEqualTo(before);
        assertThat(count(after, "select count(*) from ics.multiplication")).isZero();
        disconnect(after);
    }

    @Test
    void a_database_in_use_is_left_alone() {
        assertThat(command.run(server, "ics", "owner", ledger, 5000)).isEqualTo(2);
        assertThat(command.said()).contains("Stop the application first");
    }

    @Test
    void the_data_folder_of_a_demonstration_is_all_it_needs() throws Exception {
        Path data = folder.resolve("data");
        assertThat(command.run(data, 100)).isEqualTo(2);
        assertThat(command.said()).contains("There is no database of a demonstration");
        TestLedger.in(data.resolve("evidence"), jdbc, transaction, clock);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            DatabaseCopy.migrate(database.url(), database.ownerPassword(), migrations);
            assertThat(command.run(data, 100)).isEqualTo(2);
            assertThat(command.said()).contains("Another application runs on the data folder");
        }

        assertThat(command.run(data, 100)).isEqualTo(2);
        assertThat(command.said()).contains("There is no finished case to copy");
    }

    @Test
    void it_says_what_it_needs() {
        for (String entries : List.of("0", "-1", "many", "")) {
            assertThat(command.run("--ics.multiply=" + folder, "--ics.multiply.entries=" + entries))
                    .isEqualTo(2);
            assertThat(command.said()).startsWith("--ics.multiply=<data folder");
        }
        assertThat(command.run("--ics.multiply=" + server.url("ics"), "--ics.multiply.entries=100"))
                .isEqualTo(2);
        assertThat(command.said()).startsWith("--ics.multiply=<data folder");
    }

    private String said = "";

    private int verify(String database) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new VerifyCommand(print, print)
                .run(new SimpleCommandLinePropertySource(
                        "--ics.verify=" + server.url(database) + "&user=app&password=" + TestDatabase.PASSWORD,
                        "--ics.evidence.public-keys=" + ledger.publicKeys(),
                        "--ics.evidence.export=" + ledger.export()));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** How many rows of cases a table has. */
    private static String of(CopyTable table, String which) {
        return "select count(*) from (select reference from ics.case_file c where " + which + ") c " + table.ofCase();
    }

    private List<CopyTable> tables() throws SQLException {
        try (Connection connection = server.as("owner").getConnection()) {
            return CopyTables.of(connection);
        }
    }

    private JdbcTemplate superuser(String database) throws SQLException {
        return new JdbcTemplate(new SingleConnectionDataSource(
                DriverManager.getConnection(server.url(database), "postgres", ""), false));
    }

    private static void disconnect(JdbcTemplate jdbc) {
        ((SingleConnectionDataSource) java.util.Objects.requireNonNull(jdbc.getDataSource())).destroy();
    }

    private static long count(JdbcTemplate jdbc, String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? -1 : found;
    }
}
