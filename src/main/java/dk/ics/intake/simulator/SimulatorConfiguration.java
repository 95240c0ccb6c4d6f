package dk.ics.intake.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.time.DanishCalendar;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the simulated authorities; in production there are none. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class SimulatorConfiguration {

    @Bean
    Books simulatorBooks(JdbcClient jdbc, ObjectMapper json, Clock clock, DanishCalendar calendar) {
        return new Books(jdbc, json, clock, calendar);
    }

    @Bean
    Behaviours simulatorBehaviours() {
        return new Behaviours();
    }

    @Bean
    Population simulatorPopulation(JdbcClient jdbc) {
        return new Population(jdbc);
    }

    @Bean
    Postman simulatorPostman(ObjectMapper json, Environment environment) {
        return new Postman(json, secrets(environment));
    }

    @Bean(initMethod = "start")
    MailCatcher mailCatcher(SimulatorProperties properties) {
        return new MailCatcher(properties.mailPort());
    }

    @Bean(initMethod = "start")
    SimulatorServer simulatorServer(
            SimulatorProperties properties,
            JdbcClient jdbc,
            ObjectMapper json,
            Environment environment,
            DanishCalendar calendar,
            Books books,
            Behaviours behaviours,
            Population population,
            Postman postman,
            MailCatcher mails)
            throws IOException {
        List<Desk> desks = Stream.of(
                        new CprDesk(population, books),
                        new SiriDesk(books, postman, calendar),
                        new HealthInsuranceDesk(jdbc, books, postman),
                        new MitIdDesk(books),
                        new TaxDesk(books, postman),
                        new NidcDesk(books, postman, calendar))
                .<Desk>map(desk -> new NoticeDesk(desk, books))
                .toList();
        return new SimulatorServer(properties.port(), desks, books, behaviours, mails, json, secrets(environment));
    }

    /** Authority and application share one secret, as in a real agreement. */
    private static UnaryOperator<@Nullable String> secrets(Environment environment) {
        return authority ->
                authority == null ? null : environment.getProperty("ics.authorities." + kebab(authority) + ".secret");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
