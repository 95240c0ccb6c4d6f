package dk.ics.intake.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The application's own checkpoints, in a test that wants them: nobody signs by itself there. */
public final class Signing {

    private Signing() {}

    /** Signs and exports everything that was appended. */
    public static void now(Checkpoints checkpoints) {
        checkpoints.take();
        checkpoints.export();
    }

    /** Forgets what earlier tests exported: their ledgers are gone. */
    public static void forget(Path export) throws IOException {
        if (Files.isDirectory(export)) {
            try (Stream<Path> files = Files.walk(export)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
