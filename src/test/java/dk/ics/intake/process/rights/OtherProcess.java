package dk.ics.intake.process.rights;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** An application beside the test's own, in a process of its own: the web applications keep what they know in static fields. */
final class OtherProcess implements AutoCloseable {

    private static final String STARTED = "The other process listens on ";

    private final Process process;
    private final int port;

    private OtherProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Starts a main class that calls {@link #started} when it is up. */
    static OtherProcess start(Class<?> main, List<String> classPath, List<String> arguments) throws IOException {
        // It lives for some calls: up sooner, and never fast.
        return start("-XX:TieredStopAtLevel=1", main, classPath, arguments);
    }

    /** @param compilation how the virtual machine compiles */
    static OtherProcess start(String compilation, Class<?> main, List<String> classPath, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Duser.timezone=UTC",
                compilation,
                "-cp",
                String.join(File.pathSeparator, classPath),
                main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new OtherProcess(process, portOf(process));
    }

    /** Said by the other process. */
    static void started(ServletWebServerApplicationContext context) {
        System.out.println(STARTED + context.getWebServer().getPort());
    }

    /** What this test sees on its class path. An empty entry would be the working directory, models and all. */
    static List<String> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static int portOf(Process process) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(STARTED)) {
                drain(reader);
                return Integer.parseInt(line.substring(STARTED.length()));
            }
            said.add(line);
        }
        throw new IllegalStateException("The other process did not start:\n" + String.join("\n", said));
    }

    /** A process whose output nobody reads stands still when the pipe is full. */
    private static void drain(BufferedReader reader) {
        Thread thread = new Thread(() -> reader.lines().forEach(line -> {}), "other-process-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** By SIGKILL: it can do nothing more. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        // By its handle: the process's own method also closes the stream that is being read.
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
