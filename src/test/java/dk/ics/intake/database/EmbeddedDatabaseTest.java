package dk.ics.intake.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class EmbeddedDatabaseTest {

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("data");
    }

    @Test
    void keepsItsRowsFromOneRunToTheNext() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            owner(database, jdbc -> jdbc.execute("create table kept as select 42 as answer"));
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            owner(
                    database,
                    jdbc -> assertThat(jdbc.queryForList("select answer from kept", Integer.class))
                            .containsExactly(42));
            owner(
                    database,
                    jdbc -> assertThat(jdbc.queryForObject("show fsync", String.class))
                            .isEqualTo("on"));
        }
    }

    @Test
    void opensToNobodyWithoutThePassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            for (String role : List.of("postgres", "owner", "app")) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), role, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("authentication failed");
            }
            assertThatThrownBy(() -> {
                        try (Connection app =
                                        DriverManager.getConnection(database.url(), "app", database.appPassword());
                                var statement = app.createStatement()) {
                            statement.execute("create table public.mine (id int)");
                        }
                    })
                    .hasMessageContaining("permission denied");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder().resolve("database-passwords.properties"))))
                .isEqualTo("rw-------");
        assertThat(folder().resolve("superuser-password")).doesNotExist();
    }

    @Test
    void isUpAtTheFirstTryAfterTheApplicationWasKilled() throws Exception {
        Process application = hold();
        String orphanUrl = readyUrl(application);
        long orphan = postmaster();
        try (Connection connection = DriverManager.getConnection(orphanUrl, "owner", ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 42 as answer");
        }

        application.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).as("the orphan").hasValueSatisfying(ProcessHandle::isAlive);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            owner(
                    database,
                    jdbc -> assertThat(jdbc.queryForList("select answer from kept", Integer.class))
                            .containsExactly(42));
        }
    }

    @Test
    void leavesTheDatabaseOfARunningApplicationAlone() throws Exception {
        Process application = hold();
        try {
            String url = readyUrl(application);

            assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining(folder().toString());

            assertThat(application.isAlive()).isTrue();
            DriverManager.getConnection(url, "owner", ownerPassword()).close();
        } finally {
            application.destroyForcibly().waitFor();
            OrphanedServer.stop(folder().toRealPath().resolve("postgres"));
        }
    }

    @Test
    void startsOverAPidFileWhoseNumberBelongsToAnotherProcessNow() throws Exception {
        EmbeddedDatabase.start(folder()).close();
        Path postgres = folder().toRealPath().resolve("postgres");
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Files.write(
                    postgres.resolve("postmaster.pid"),
                    List.of(String.valueOf(stranger.pid()), postgres.toString(), "0", "5432"));

            EmbeddedDatabase.start(folder()).close();

            assertThat(stranger.isAlive()).as("the other process").isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void beginsAgainWhenTheFirstStartWasInterrupted() throws Exception {
        EmbeddedDatabase.start(folder()).close();
        Files.delete(folder().resolve("postgres-complete"));
        Files.delete(folder().resolve("postgres").resolve("PG_VERSION"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
            owner(
                    database,
                    jdbc -> assertThat(jdbc.queryForObject("select 1", Integer.class))
                            .isEqualTo(1));
        }
    }

    private Process hold() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldDatabase.class.getName(),
                        folder().toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String readyUrl(Process application) throws IOException {
        BufferedReader output = application.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                return line.substring("ready ".length());
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The application ended before its database was ready:\n" + said);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder().resolve("postgres").resolve("postmaster.pid"))
                .get(0)
                .strip());
    }

    private String ownerPassword() throws IOException {
        return RolePasswords.keptIn(folder().resolve("database-passwords.properties"))
                .owner();
    }

    private static void owner(EmbeddedDatabase database, java.util.function.Consumer<JdbcTemplate> work)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), "owner", database.ownerPassword())) {
            work.accept(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        }
    }
}
