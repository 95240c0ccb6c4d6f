package dk.ics.intake.process.rights;

import dk.ics.intake.Application;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * Camunda 7.24 as it comes, with nothing of ours but authorization switched on: the house whose doors stand open. Our
 * classes, models and files of the web applications are not on its class path.
 */
public final class PlainCamunda implements AutoCloseable {

    /** Where the web applications make the first administrator. */
    static final String SETUP = "/camunda/api/admin/setup/default/user/create";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final OtherProcess process;
    private final String database;

    private PlainCamunda(OtherProcess process, String database) {
        this.process = process;
        this.database = database;
    }

    public int port() {
        return process.port();
    }

    /** Starts on a new, empty database. */
    public static PlainCamunda start() throws IOException {
        String database = "plain" + DATABASES.incrementAndGet();
        TestDatabase.instance().create(database);
        return start(database);
    }

    /** One more on the same database, with more settings. */
    PlainCamunda beside(String... settings) throws IOException {
        return start(database, settings);
    }

    private static PlainCamunda start(String database, String... settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(TestDatabase.instance().url(database)));
        arguments.addAll(List.of(settings));
        return new PlainCamunda(OtherProcess.start(PlainCamunda.class, classPathWithoutOurs(), arguments), database);
    }

    /** Sends what the web applications' page for the first administrator sends; the password is the user's name. */
    public static HttpResponse<String> setUp(int port, String user) {
        HttpResponse<String> page = Http.anonymous(port).get("/camunda/app/admin/default/setup/");
        return Http.anonymous(port)
                .with("Cookie", "JSESSIONID=" + WebappUser.session(page))
                .with("X-XSRF-TOKEN", WebappUser.token(page))
                .json("POST", SETUP, administrator(user));
    }

    static String administrator(String user) {
        return """
                {"profile":{"id":"%1$s","firstName":"I","lastName":"N"},"credentials":{"password":"%1$s"}}
                """.formatted(user);
    }

    /** @param arguments the JDBC address of a database, and further settings */
    public static void main(String[] arguments) {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.location=optional:classpath:/none/",
                "--spring.datasource.url=" + arguments[0],
                "--spring.datasource.username=owner",
                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--camunda.bpm.auto-deployment-enabled=false",
                "--camunda.bpm.authorization.enabled=true"));
        settings.addAll(List.of(arguments).subList(1, arguments.length));
        OtherProcess.started((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Defaults.class).run(settings.toArray(String[]::new)));
    }

    private static List<String> classPathWithoutOurs() {
        Path ours = ours();
        return OtherProcess.classPath().stream()
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(ours))
                .toList();
    }

    private static Path ours() {
        try {
            return Path.of(Application.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
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
