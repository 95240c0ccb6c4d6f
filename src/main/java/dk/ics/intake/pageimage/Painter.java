package dk.ics.intake.pageimage;

import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.pageimage.PageImage.NotShown;
import dk.ics.intake.pageimage.PageImage.Reason;
import dk.ics.intake.pageimage.PageImage.Shown;
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
 * A process that draws one page after the other, as {@link Painting} reads and answers. It gets no environment (there are
 * passwords in ours) and ends with its input, so it never outlives the application.
 */
final class Painter {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private volatile long idleSince = System.nanoTime();

    private Painter(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(process.getInputStream());
    }

    static Painter start(DataSize memory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(memory))
                // What a library says about a file may hold words of it.
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return new Painter(builder.start());
    }

    private static List<String> command(DataSize memory) {
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
                "-Dlogback.configurationFile=dk/ics/intake/pageimage/silent.xml",
                "-cp",
                System.getProperty("java.class.path")));
        if (isInExecutableJar()) {
            command.addAll(List.of("-Dloader.main=" + Painting.class.getName(), LAUNCHER));
        } else {
            command.add(Painting.class.getName());
        }
        return command;
    }

    private static boolean isInExecutableJar() {
        return Painter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .contains("BOOT-INF/");
    }

    /** @throws IOException if the process ends, or has been ended, before it answers */
    PageImage paint(DocumentFile file, int page) throws IOException {
        requests.writeUTF(file.contentType());
        requests.writeInt(page);
        requests.writeInt(file.content().length);
        requests.write(file.content());
        requests.flush();
        String outcome = answers.readUTF();
        int pages = answers.readInt();
        byte[] jpeg = answers.readNBytes(answers.readInt());
        idleSince = System.nanoTime();
        return outcome.isEmpty() ? new Shown(jpeg, pages) : new NotShown(Reason.valueOf(outcome));
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
