package dk.ics.intake.multiply;

import dk.ics.intake.database.DataFolderInUse;
import dk.ics.intake.database.EmbeddedDatabase;
import dk.ics.intake.evidence.CopiedLedger;
import dk.ics.intake.evidence.Report;
import dk.ics.intake.evidence.SigningKeyMissing;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * {@code --ics.multiply=<data folder or JDBC URL>}: copies the finished cases of a demonstration until its ledger has as
 * many entries as {@code --ics.multiply.entries} says, without starting the application. User and password of a JDBC URL
 * come from {@code ICS_MULTIPLY_USER} and {@code ICS_MULTIPLY_PASSWORD}.
 */
public final class MultiplyCommand {

    public static final String OPTION = "ics.multiply";

    private static final int DONE = 0;
    private static final int NOT_DONE = 2;
    private static final String ENTRIES = "ics.multiply.entries";
    private static final String KEY = "ics.evidence.signing-key";
    private static final String PUBLIC_KEYS = "ics.evidence.public-keys";
    private static final String EXPORT = "ics.evidence.export";
    private static final String USAGE = "--" + OPTION + "=<data folder of a demonstration> --" + ENTRIES
            + "=<number>, or --" + OPTION + "=<JDBC URL> --" + ENTRIES + "=<number> --" + KEY + "=<file> --"
            + PUBLIC_KEYS + "=<folder> --" + EXPORT + "=<folder>";

    private final PrintStream out;
    private final PrintStream err;

    public MultiplyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 if the database holds that many, 2 if it was refused or could not be done */
    public int run(SimpleCommandLinePropertySource arguments) {
        String target = arguments.getProperty(OPTION);
        String entries = arguments.getProperty(ENTRIES);
        if (target == null || target.isBlank() || entries == null || !entries.matches("[1-9][0-9]{0,7}")) {
            err.println(USAGE);
            return NOT_DONE;
        }
        try {
            return target.startsWith("jdbc:")
                    ? onServer(target, Long.parseLong(entries), arguments)
                    : inFolder(Path.of(target), Long.parseLong(entries));
        } catch (SQLException | IOException | DataFolderInUse | SigningKeyMissing e) {
            err.println("Not multiplied: " + e.getMessage());
            return NOT_DONE;
        }
    }

    /** Only a demonstration keeps its database in a folder, with the key and the checkpoints beside it. */
    private int inFolder(Path folder, long entries) throws SQLException, IOException {
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            err.println("There is no database of a demonstration in " + folder);
            return NOT_DONE;
        }
        Path evidence = folder.resolve("evidence");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder);
                Connection connection =
                        DriverManager.getConnection(database.url(), "owner", database.ownerPassword())) {
            return multiply(
                    connection,
                    entries,
                    evidence.resolve("signing-key.pem"),
                    evidence.resolve("public-keys"),
                    evidence.resolve("checkpoints"));
        }
    }

    private int onServer(String url, long entries, SimpleCommandLinePropertySource arguments)
            throws SQLException, IOException {
        String key = arguments.getProperty(KEY);
        String publicKeys = arguments.getProperty(PUBLIC_KEYS);
        String export = arguments.getProperty(EXPORT);
        if (key == null || publicKeys == null || export == null) {
            err.println(USAGE);
            return NOT_DONE;
        }
        @Nullable String user = System.getenv("ICS_MULTIPLY_USER");
        try (Connection connection = user == null
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, System.getenv("ICS_MULTIPLY_PASSWORD"))) {
            return multiply(connection, entries, Path.of(key), Path.of(publicKeys), Path.of(export));
        }
    }

    private int multiply(Connection connection, long wanted, Path key, Path publicKeys, Path export)
            throws SQLException, IOException {
        Optional<String> refusal = Demonstration.refusal(connection);
        if (refusal.isPresent()) {
            err.println("This database is left alone. " + refusal.get() + ".");
            return NOT_DONE;
        }
        Clock clock = clock(connection);
        CopiedLedger ledger = CopiedLedger.of(connection, key, publicKeys, export, clock);
        Report before = ledger.verify(done -> err.println("%,d entries verified".formatted(done)));
        if (!before.holds()) {
            err.println("This database is left alone. Its ledger does not hold: " + before.counts());
            return NOT_DONE;
        }
        Sources sources = Sources.of(connection, ledger);
        if (sources.isEmpty()) {
            err.println("There is no finished case to copy: work one to its end first.");
            return NOT_DONE;
        }
        Multiplier.Outcome outcome = new Multiplier(connection, ledger, clock)
                .run(sources, wanted, done -> err.println("%,d of %,d entries".formatted(done, wanted)));
        out.println("%,d entries, %,d copies of %d cases. The figures of this database are marked as multiplied data."
                .formatted(
                        outcome.entries(),
                        outcome.copies(),
                        sources.references().size()));
        return DONE;
    }

    /** The demonstration's own, which may be ahead. */
    private static Clock clock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select offset_seconds from ics.clock_offset")) {
            row.next();
            return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(row.getLong(1)));
        }
    }
}
