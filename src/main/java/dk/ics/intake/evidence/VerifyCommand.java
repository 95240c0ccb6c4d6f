package dk.ics.intake.evidence;

import dk.ics.intake.vault.KeysetMissing;
import dk.ics.intake.vault.Vault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * {@code --ics.verify=<JDBC URL>}: verifies the ledger of any database, also of a restored copy, without starting the
 * application. User and password come from {@code ICS_VERIFY_USER} and {@code ICS_VERIFY_PASSWORD}. The contents of documents
 * are compared with their hashes if {@code --ics.vault.keyset} names the keys they are sealed with.
 */
public final class VerifyCommand {

    public static final String OPTION = "ics.verify";

    private static final int HOLDS = 0;
    private static final int FINDINGS = 1;
    private static final int NOT_RUN = 2;
    private static final String KEYS = "ics.evidence.public-keys";
    private static final String EXPORT = "ics.evidence.export";
    private static final String VAULT = "ics.vault.keyset";

    private final PrintStream out;
    private final PrintStream err;

    public VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 if the ledger holds, 1 if there are findings, 2 if it could not be verified */
    public int run(SimpleCommandLinePropertySource arguments) {
        String url = arguments.getProperty(OPTION);
        String keys = arguments.getProperty(KEYS);
        String export = arguments.getProperty(EXPORT);
        if (url == null || url.isBlank() || keys == null || export == null) {
            err.println("--" + OPTION + "=<JDBC URL> --" + KEYS + "=<folder> --" + EXPORT + "=<folder> [--" + VAULT
                    + "=<file>]");
            return NOT_RUN;
        }
        CheckpointFolder outside = new CheckpointFolder(Path.of(export));
        if (!outside.exists()) {
            err.println("There is no folder " + export);
            return NOT_RUN;
        }
        try (Connection connection = connect(url)) {
            @Nullable String keyset = arguments.getProperty(VAULT);
            Verification verification = new Verification(
                    PublicKeys.in(Path.of(keys)), outside, keyset == null ? null : Vault.of(Path.of(keyset)));
            long size = Verification.size(connection);
            return print(verification.run(connection, done -> err.println("%d af %d poster".formatted(done, size))));
        } catch (SQLException | IOException | KeysetMissing e) {
            err.println("Not verified: " + e.getMessage());
            return NOT_RUN;
        }
    }

    private static Connection connect(String url) throws SQLException {
        @Nullable String user = System.getenv("ICS_VERIFY_USER");
        return user == null
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, System.getenv("ICS_VERIFY_PASSWORD"));
    }

    private int print(Report report) {
        report.findings()
                .forEach(finding -> out.println((finding.type().isAlarm() ? "FEJL  " : "      ") + finding.text()));
        report.counts().forEach((type, count) -> out.println("%s: %d".formatted(type, count)));
        out.println("%d poster i %d kæder, %d oplysninger, %d rækker, %d kontrolpunkter: %s"
                .formatted(
                        report.entries(),
                        report.chains(),
                        report.values(),
                        report.rows(),
                        report.checkpoints(),
                        report.holds() ? "kontrolsporet holder." : "kontrolsporet holder IKKE."));
        return report.holds() ? HOLDS : FINDINGS;
    }
}
