package dk.ics.intake.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * ClamAV's own {@code clamd}, as Debian's package {@code clamav-daemon} brings it, on a free port and with one signature:
 * EICAR's test file. ClamAV's signatures cannot be fetched everywhere.
 */
public final class TestClamd implements AutoCloseable {

    private static final int PATIENCE = 300;

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private TestClamd(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Whether there is one on this machine; an error if there is none and one is required. */
    public static boolean isThere() {
        boolean there = program().isPresent();
        if (!there && Boolean.getBoolean("ics.clamd.required")) {
            throw new AssertionError("There is no clamd: apt-get install clamav-daemon");
        }
        return there;
    }

    /** One that is not started yet, in a folder of its own. */
    public static TestClamd create() {
        try {
            Path folder = Files.createTempDirectory("ics-clamd");
            Path signatures = Files.createDirectories(folder.resolve("signatures"));
            Files.writeString(
                    signatures.resolve("eicar.ndb"),
                    "Test.Eicar:0:*:"
                            + HexFormat.of().formatHex(BadFiles.EICAR.getBytes(StandardCharsets.US_ASCII))
                            + "\n");
            int port = freePort();
            Files.write(
                    folder.resolve("clamd.conf"),
                    List.of(
                            "Foreground yes",
                            "TCPAddr 127.0.0.1",
                            "TCPSocket " + port,
                            "DatabaseDirectory " + signatures.toAbsolutePath(),
                            "TemporaryDirectory " + folder.toAbsolutePath(),
                            "SelfCheck 0"));
            return new TestClamd(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** Starts it and waits until it listens. */
    public void start() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--config-file=" + folder.resolve("clamd.conf").toAbsolutePath())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        process = started;
        for (int i = 0; i < PATIENCE; i++) {
            if (!started.isAlive()) {
                throw new AssertionError("clamd ended: " + Files.readString(folder.resolve("clamd.log")));
            }
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("clamd does not listen");
    }

    /** Ends it as a crash does. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        FileSystemUtils.deleteRecursively(folder);
    }
}
