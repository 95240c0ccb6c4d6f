package dk.ics.intake.multiply;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.evidence.TestLedger;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** The command on a database of the tests' server, and what it says. */
public final class Multiplying {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream print;

    public Multiplying() {
        print = new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    /** @param beside gets what is said too */
    public Multiplying(OutputStream beside) {
        print = new PrintStream(beside, true, StandardCharsets.UTF_8);
    }

    /** @param user {@code owner}, unless it is to be refused */
    public int run(TestDatabase server, String database, String user, TestLedger ledger, long entries) {
        Path folder = ledger.export().resolveSibling("signing-key.pem");
        return run(
                "--ics.multiply=" + server.url(database) + "&user=" + user + "&password=" + TestDatabase.PASSWORD,
                "--ics.multiply.entries=" + entries,
                "--ics.evidence.signing-key=" + folder,
                "--ics.evidence.public-keys=" + ledger.publicKeys(),
                "--ics.evidence.export=" + ledger.export());
    }

    /** @param folder where a demonstration keeps its data */
    public int run(Path folder, long entries) {
        return run("--ics.multiply=" + folder, "--ics.multiply.entries=" + entries);
    }

    public int run(String... arguments) {
        said.reset();
        return new MultiplyCommand(print, print).run(new SimpleCommandLinePropertySource(arguments));
    }

    public String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
