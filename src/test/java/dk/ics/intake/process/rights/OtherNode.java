package dk.ics.intake.process.rights;

import dk.ics.intake.Application;
import dk.ics.intake.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** One more node of ours on the database of the tests, with settings that the shared one does not have. */
public final class OtherNode implements AutoCloseable {

    /** The folder of keys and checkpoints is the one of this test process. */
    private static final String SAME_KEYS = "--ics.test.process=" + System.getProperty("ics.test.process", "1");

    private final OtherProcess process;

    private OtherNode(OtherProcess process) {
        this.process = process;
    }

    public int port() {
        return process.port();
    }

    /** Ends it as a crash does. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** One more with these settings. */
    public static OtherNode start(String... settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(TestDatabase.instance().url(), SAME_KEYS));
        arguments.addAll(List.of(settings));
        return new OtherNode(OtherProcess.start(OtherNode.class, OtherProcess.classPath(), arguments));
    }

    /** One on a database of its own, as fast as it gets. */
    public static OtherNode on(String url) throws IOException {
        return new OtherNode(OtherProcess.start(
                "-XX:+TieredCompilation", OtherNode.class, OtherProcess.classPath(), List.of(url, SAME_KEYS)));
    }

    /** @param arguments the JDBC address of the database, and further settings */
    public static void main(String[] arguments) {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.profiles.active=demo,test",
                "--spring.datasource.url=" + arguments[0],
                "--spring.datasource.username=app",
                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                "--spring.flyway.user=owner",
                "--spring.flyway.password=" + TestDatabase.PASSWORD,
                "--server.port=0"));
        settings.addAll(List.of(arguments).subList(1, arguments.length));
        OtherProcess.started((ServletWebServerApplicationContext)
                SpringApplication.run(Application.class, settings.toArray(String[]::new)));
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
