package dk.ics.intake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The one PostgreSQL of a test JVM, with the roles {@code owner} and {@code app} as in production. It starts with the
 * first test that asks for it and goes with the JVM.
 */
public final class TestDatabase {

    public static final String PASSWORD = "test";

    private final EmbeddedPostgres server;

    private TestDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    private static final class Holder {
        private static final TestDatabase INSTANCE = start();
    }

    public static TestDatabase instance() {
        return Holder.INSTANCE;
    }

    private static TestDatabase start() {
        try {
            TestDatabase database = new TestDatabase(EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    // Its own hook would stop it while an application is still closing and waits for a connection.
                    .setRegisterShutdownHook(false)
                    .start());
            // Runs when all applications are closed.
            SpringApplication.getShutdownHandlers().add(database::stop);
            JdbcTemplate jdbc = new JdbcTemplate(database.server.getPostgresDatabase());
            jdbc.execute("create role owner login password '" + PASSWORD + "'");
            jdbc.execute("create role app login password '" + PASSWORD + "'");
            database.create("ics");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database all {@link IntakeTest}s share. */
    public String url() {
        return url("ics");
    }

    /** The JDBC address of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?logServerErrorDetail=false";
    }

    /** Makes a further, empty database, owned by {@code owner}. */
    public void create(String database) {
        new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + database + " owner owner");
    }

    /** The shared database as seen by a role: {@code postgres} (may all), {@code owner} or {@code app}. */
    public DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url());
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    /** Executes a statement of the test's own as superuser. */
    public void execute(String sql) {
        new JdbcTemplate(as("postgres")).execute(sql);
    }

    /**
     * Removes all cases: the case file with every table that hangs on it or names a {@code case_reference}, and the
     * engine's instances, tasks, jobs and history. Definitions, accounts, rights and filters stay. The ledger is empty then:
     * whoever goes on with the application has it begin anew.
     */
    public void removeCases() {
        try (Connection connection = as("postgres").getConnection()) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            List<String> ours = jdbc.queryForList("""
                    select distinct format('%I.%I', table_schema, table_name) from information_schema.columns
                    join information_schema.tables using (table_schema, table_name)
                    where table_schema in ('ics', 'simulator') and table_type = 'BASE TABLE'
                      and (column_name = 'case_reference' or table_schema = 'simulator'
                        or table_name in ('receipt', 'case_file', 'application', 'application_key', 'draft', 'form_opening',
                          'supervision', 'application_draft'))
                    """, String.class);
            if (!ours.isEmpty()) {
                jdbc.execute("truncate " + String.join(", ", ours) + " cascade");
            }
            // The engine's foreign keys form circles.
            jdbc.execute("set session_replication_role = replica");
            jdbc.queryForList("""
                            select table_name from information_schema.tables
                            where table_schema = 'public' and (table_name like 'act_ru_%' or table_name like 'act_hi_%')
                              and table_name not in
                                ('act_ru_authorization', 'act_ru_filter', 'act_ru_jobdef', 'act_ru_event_subscr')
                              and table_name <> 'act_ru_job'
                            """, String.class).forEach(table -> jdbc.execute("delete from " + table));
            // The timer with which a process starts by itself belongs to its definition.
            jdbc.execute("delete from act_ru_job where process_instance_id_ is not null");
            jdbc.execute("delete from act_ru_event_subscr where proc_inst_id_ is not null");
            jdbc.execute("delete from act_ge_bytearray where deployment_id_ is null");
            // What people have learned, they have before anything happens in a test.
            jdbc.execute("delete from ics.training_revocation");
            jdbc.update(
                    "update ics.training set recorded_at = least(recorded_at, ?), completed_on = least(completed_on, ?)",
                    TestClock.START.minus(Duration.ofHours(1)).toOffsetDateTime(),
                    TestClock.START.toLocalDate());
            // Last, as the application writes it last: a job that still runs does not stand in the way.
            jdbc.execute("truncate ics.evidence_entry, ics.evidence_value, ics.evidence_checkpoint,"
                    + " ics.evidence_verification, ics.multiplication");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
