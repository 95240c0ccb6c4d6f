package dk.ics.intake;

import dk.ics.intake.evidence.VerifyCommand;
import dk.ics.intake.multiply.MultiplyCommand;
import dk.ics.intake.vault.KeysetCommand;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** ICS Indrejse: the intake of citizens who move to Denmark. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

    public static void main(String[] args) {
        // The engine stores times without a zone; UTC on every node keeps them in order when summer time ends.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SimpleCommandLinePropertySource options = new SimpleCommandLinePropertySource(args);
        if (options.containsProperty(VerifyCommand.OPTION)) {
            System.exit(new VerifyCommand(System.out, System.err).run(options));
        }
        if (options.containsProperty(MultiplyCommand.OPTION)) {
            System.exit(new MultiplyCommand(System.out, System.err).run(options));
        }
        if (options.containsProperty(KeysetCommand.OPTION)) {
            System.exit(new KeysetCommand(System.out, System.err).run(options));
        }
        if (options.containsProperty("ics.first-admin") || options.containsProperty("ics.evidence-restored")) {
            System.exit(SpringApplication.exit(SpringApplication.run(Application.class, withoutService(args))));
        }
        SpringApplication.run(Application.class, args);
    }

    /** Making the first admin or stating a restore serves nobody and works no job meanwhile. */
    private static String[] withoutService(String[] args) {
        return Stream.concat(
                        Stream.of(args), Stream.of("--server.port=-1", "--camunda.bpm.job-execution.enabled=false"))
                .toArray(String[]::new);
    }
}
