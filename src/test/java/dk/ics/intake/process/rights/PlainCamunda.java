package dk.ics.intake.process.rights;

import dk.ics.intake.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * Camunda 7.24 as it comes, with nothing of ours but authorization switched on: the house whose doors stand open. It
 * runs in a process of its own, because the web applications keep what they know in static fields.
 */
final class PlainCamunda implements AutoCloseable {

    private static final String STARTED = "Plain Camunda listens on ";

    private final Process process;
    private final int port;

    private PlainCamunda(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    static PlainCamunda start() throws IOException {
        TestDatabase database = TestDatabase.instance();
        database.create("plain");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        PlainCamunda.class.getName(),
                        database.url("plain"))
                .redirectErrorStream(true)
                .start();
        return new PlainCamunda(process, portOf(process));
    }

    /** @param arguments the JDBC address of an empty database */
    public static void main(String[] arguments) {
        var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Defaults.class)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        // Only so that our own check for missing settings, on the class path too, keeps still.
                        "--spring.profiles.active=demo",
                        "--spring.datasource.url=" + arguments[0],
                        "--spring.datasource.username=owner",
                        "--spring.datasource.password=" + TestDatabase.PASSWORD,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--camunda.bpm.auto-deployment-enabled=false",
                        "--camunda.bpm.authorization.enabled=true");
        System.out.println(STARTED + context.getWebServer().getPort());
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
        throw new IllegalStateException("Plain Camunda did not start:\n" + String.join("\n", said));
    }

    /** A process whose output nobody reads stands still when the pipe is full. */
    private static void drain(BufferedReader reader) {
        Thread thread = new Thread(() -> reader.lines().forEach(line -> {}), "plain-camunda-output");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @EnableAutoConfiguration(
            exclude = {
                SecurityAutoConfiguration.class,
                SecurityFilterAutoConfiguration.class,
                UserDetailsServiceAutoConfiguration.class,
                ManagementWebSecurityAutoConfiguration.class,
                FlywayAutoConfiguration.class
            })
    static final class Defaults {}
}
