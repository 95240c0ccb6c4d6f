package dk.ics.intake.vault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** {@code --ics.new-vault-key=<file>}: makes the file with a key, or adds a key that seals from the next start on. */
public final class KeysetCommand {

    public static final String OPTION = "ics.new-vault-key";

    private final PrintStream out;
    private final PrintStream err;

    public KeysetCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 if the key is there */
    public int run(SimpleCommandLinePropertySource arguments) {
        String name = arguments.getProperty(OPTION);
        if (name == null || name.isBlank()) {
            err.println("--" + OPTION + "=<file>");
            return 2;
        }
        Path file = Path.of(name);
        try {
            Keyset keys = Files.exists(file) ? Keyset.read(file).rotated() : Keyset.create();
            keys.write(file);
            out.println("Key %s in %s seals from the next start on. Keep a copy of the file apart from the database's."
                    .formatted(keys.primary(), file));
            return 0;
        } catch (IOException | KeysetMissing e) {
            err.println("No key was made: " + e.getMessage());
            return 2;
        }
    }
}
