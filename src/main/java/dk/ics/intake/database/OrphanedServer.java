package dk.ics.intake.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server an application left running when it was killed. Only who holds the lock of the {@link DataFolder} may stop
 * it, else it is the server of an application that lives.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int PATIENCE_SECONDS = 60;

    private OrphanedServer() {}

    /**
     * Stops the server named in the folder's {@code postmaster.pid}, and removes that file if it names none that lives:
     * PostgreSQL refuses to start while the number belongs to any process at all.
     */
    static void stop(Path postgres) throws IOException {
        Path pidFile = postgres.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = serverOf(postgres, Files.readAllLines(pidFile));
        if (server.isPresent()) {
            LOG.info("Stopping the database that an interrupted application left running");
            stopFast(server.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** The living process that the file names, if it is PostgreSQL and runs on this folder. */
    private static Optional<ProcessHandle> serverOf(Path postgres, List<String> pidFile) {
        if (pidFile.size() < 2 || !pidFile.get(0).strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        boolean ours = postgres.toAbsolutePath().equals(Path.of(pidFile.get(1).strip()));
        return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip()))
                .filter(process -> ours && process.isAlive() && isPostgres(process));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .filter(name -> name.toString().startsWith("postgres"))
                .isPresent();
    }

    /** A fast shutdown (SIGINT): it does not wait for clients, the only one is dead. */
    private static void stopFast(ProcessHandle server) throws IOException {
        try {
            if (server.supportsNormalTermination()) {
                new ProcessBuilder("sh", "-c", "kill -INT " + server.pid())
                        .start()
                        .waitFor();
            } else {
                server.destroyForcibly();
            }
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("The orphaned database, process " + server.pid() + ", does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the orphaned database stops", e);
        }
    }
}
