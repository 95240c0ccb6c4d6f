package dk.ics.intake.evidence;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Key, exported checkpoints and verification of a test class, in a folder of its own. */
public final class TestLedger {

    private final Path folder;
    private final Checkpoints checkpoints;

    private TestLedger(Path folder, Checkpoints checkpoints) {
        this.folder = folder;
        this.checkpoints = checkpoints;
    }

    public static TestLedger in(Path folder, JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        Path key = folder.resolve("signing-key.pem");
        SigningKey.make(key, folder.resolve("public-keys"));
        return new TestLedger(
                folder,
                new Checkpoints(
                        jdbc,
                        transaction,
                        SigningKey.load(key, folder.resolve("public-keys")),
                        new CheckpointFolder(folder.resolve("checkpoints")),
                        clock));
    }

    /** Signs what is new with the application's own key: nothing does it by itself in a test. */
    public static void sign(Checkpoints ofApplication) {
        ofApplication.take();
        ofApplication.export();
    }

    /** Empties the application's folder of checkpoints: those of a database that a test emptied would be ahead of it. */
    public static void forget(Path export) throws IOException {
        FileSystemUtils.deleteRecursively(export);
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }

    public Path export() {
        return folder.resolve("checkpoints");
    }

    public Path publicKeys() {
        return folder.resolve("public-keys");
    }

    /** Signs and exports what is new, if anything is. */
    public void sign() {
        checkpoints.take();
        checkpoints.export();
    }

    /** Signs and exports; there must be something. */
    public void checkpoint() {
        Optional<Checkpoint> made = checkpoints.take();
        int exported = checkpoints.export();
        if (made.isEmpty() || exported == 0) {
            throw new IllegalStateException("There was nothing to sign");
        }
    }

    public Report verify(TestDatabase database) throws SQLException, IOException {
        try (Connection connection = database.as("app").getConnection()) {
            return verify(connection);
        }
    }

    public Report verify(Connection connection) throws SQLException, IOException {
        return verification().run(connection, done -> {});
    }

    /** Of what the transaction sees that the connection is in. */
    Report within(Connection connection) throws SQLException, IOException {
        return verification().within(connection, done -> {});
    }

    private Verification verification() throws IOException {
        return new Verification(PublicKeys.in(publicKeys()), new CheckpointFolder(export()), vault());
    }

    /** The application's of this test process; a test of databases alone has none. */
    private static @Nullable Vault vault() {
        Path keyset = Path.of("target/test-vault-" + System.getProperty("ics.test.process", "1"), "keyset.json");
        return Files.exists(keyset) ? Vault.of(keyset) : null;
    }
}
