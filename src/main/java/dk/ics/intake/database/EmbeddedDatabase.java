package dk.ics.intake.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A real PostgreSQL that lives and dies with the application, its data kept in a folder between runs. It listens on
 * loopback only, and every role, the superuser too, needs the password kept beside the data.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "ics";

    private final DataFolder folder;
    private final RolePasswords passwords;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataFolder folder, RolePasswords passwords, EmbeddedPostgres server) {
        this.folder = folder;
        this.passwords = passwords;
        this.server = server;
    }

    /**
     * Starts the database of a data folder, creating it if the folder is empty.
     *
     * @throws DataFolderInUse when another application runs on the folder
     */
    public static EmbeddedDatabase start(Path directory) {
        DataFolder folder = DataFolder.lock(directory);
        try {
            OrphanedServer.stop(folder.postgres());
            boolean fresh = !folder.isComplete();
            if (fresh) {
                folder.discardHalfMadeDatabase();
            }
            RolePasswords passwords = RolePasswords.keptIn(folder.passwords());
            if (fresh) {
                PrivateFile.write(folder.superuserPassword(), passwords.superuser() + "\n");
            }
            EmbeddedDatabase database = new EmbeddedDatabase(folder, passwords, launch(folder, passwords));
            if (fresh) {
                database.createRoles();
            }
            return database;
        } catch (IOException e) {
            folder.close();
            throw new UncheckedIOException("The embedded PostgreSQL in " + directory + " does not start", e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static EmbeddedPostgres launch(DataFolder folder, RolePasswords passwords) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.postgres())
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setCleanDataDirectory(false)
                // The database outlives everything in the application that still uses it.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // What the library calls locale are options of initdb: it would otherwise trust everyone on the
                // machine.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.superuserPassword().toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", passwords.superuser())
                // The library switches durability off; cases must outlive a crash of the machine.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    private void createRoles() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role owner login password '%s'".formatted(passwords.owner()));
            statement.execute("create role app login password '%s'".formatted(passwords.app()));
            statement.execute("create database " + DATABASE + " owner owner");
            folder.markComplete();
        } catch (SQLException e) {
            server.close();
            throw new IOException("The roles cannot be created", e);
        }
    }

    /** The JDBC address, without user and password; error texts hold no values of rows. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE + "?logServerErrorDetail=false";
    }

    public String ownerPassword() {
        return passwords.owner();
    }

    public String appPassword() {
        return passwords.app();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not stop", e);
        } finally {
            folder.close();
        }
    }
}
