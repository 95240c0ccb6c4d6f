package dk.ics.intake.sandbox;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * A process that answers one request after the other. It gets no environment (there are passwords in ours) and ends with
 * its input, so it never outlives the application.
 */
final class Child {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private volatile long idleSince = System.nanoTime();

    private Child(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(process.getInputStream());
    }

    static Child start(Class<?> program, DataSize memory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(program, memory))
                // What a library says about a file may hold words of it.
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return new Child(builder.start());
    }

    private static List<String> command(Class<?> program, DataSize memory) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                "-Dlogback.configurationFile=dk/ics/intake/sandbox/silent.xml",
                "-cp",
                System.getProperty("java.class.path")));
        if (isInExecutableJar()) {
            command.addAll(List.of("-Dloader.main=" + program.getName(), LAUNCHER));
        } else {
            command.add(program.getName());
        }
        return command;
    }

    private static boolean isInExecutableJar() {
        return Child.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .contains("BOOT-INF/");
    }

    /** @throws IOException if the process ends, or has been ended, before it answers */
    <T> T serve(Sandbox.Exchange<T> exchange) throws IOException {
        exchange.write(requests);
        requests.flush();
        T answer = exchange.read(answers);
        idleSince = System.nanoTime();
        return answer;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean hasWaited(Duration time) {
        return System.nanoTime() - idleSince > time.toNanos();
    }

    void end() {
        process.destroyForcibly();
    }

    /** How the process ended, for the log. */
    String fate() {
        return process.isAlive() ? "ended by us" : "exit code " + process.exitValue();
    }
}
