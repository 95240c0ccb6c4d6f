package dk.ics.intake.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.util.StringUtils;

/** A process of the delivered application, with nothing in its environment but what the test gives. */
public final class Launch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final Path output;
    private final int port;

    private Launch(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** The executable jar that {@code package} has made last: one of an earlier version may lie beside it. */
    public static Path jar() {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("ics-indrejse-.*\\.jar"))
                    .max(Comparator.comparing(jar -> jar.toFile().lastModified()))
                    .orElseThrow(() -> new AssertionError("No executable jar in target: run mvn verify"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> java(Path jar, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts the command on a free port in {@code SERVER_PORT}; the working directory gets the output. */
    public static Launch start(Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        int port = freePort();
        Path output = Files.createTempFile("ics-launch", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", StringUtils.hasText(System.getenv("PATH")) ? System.getenv("PATH") : "/bin");
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        return new Launch(builder.start(), output, port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    Process process() {
        return process;
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Waits for the end of the process and gives its exit code. */
    public int exitCode() throws Exception {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running:\n" + output());
        }
        return process.exitValue();
    }

    public Launch awaitHealthy() throws Exception {
        await(() -> {
            try {
                return get("/actuator/health/readiness", "", "").statusCode() == 200;
            } catch (IOException e) {
                return false; // It does not listen yet.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        });
        return this;
    }

    void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new AssertionError("Ended with " + process.exitValue() + ":\n" + output());
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain:\n" + output());
            }
            Thread.sleep(250);
        }
    }

    public HttpResponse<String> get(String path, String user, String password)
            throws IOException, InterruptedException {
        return send(request(path, user, password).GET());
    }

    public HttpResponse<String> post(String path, String user, String password, String json)
            throws IOException, InterruptedException {
        return send(request(path, user, password)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String user, String password) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        if (!user.isEmpty()) {
            String credentials =
                    Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        return request;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(output);
    }
}
