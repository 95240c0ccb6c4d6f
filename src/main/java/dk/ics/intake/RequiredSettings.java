package dk.ics.intake;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Refuses to start outside the demo before everything that has no safe default has been set. */
class RequiredSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> ALWAYS = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.user",
            "spring.flyway.password",
            "spring.mail.host",
            "ics.letters.from",
            "ics.self-service.public-url",
            "ics.evidence.signing-key",
            "ics.evidence.public-keys",
            "ics.evidence.export",
            "ics.vault.keyset",
            "ics.upload.scan");

    private static final List<String> AUTHORITIES =
            List.of("cpr", "siri", "health-insurance", "mitid", "skattestyrelsen", "nidc");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        List<String> missing = required(environment)
                .filter(setting -> !StringUtils.hasText(environment.getProperty(setting)))
                .toList();
        if (!missing.isEmpty()) {
            throw new SettingsMissing(missing);
        }
    }

    private static Stream<String> required(ConfigurableEnvironment environment) {
        Stream<String> scanner = "clamd".equalsIgnoreCase(environment.getProperty("ics.upload.scan"))
                ? Stream.of("ics.upload.clamd.host")
                : Stream.of();
        return Stream.concat(
                Stream.concat(ALWAYS.stream(), scanner),
                AUTHORITIES.stream()
                        .map(name -> "ics.authorities." + name)
                        .flatMap(authority -> "connected".equalsIgnoreCase(environment.getProperty(authority + ".mode"))
                                ? Stream.of(authority + ".url", authority + ".secret")
                                : Stream.of(authority + ".mode")));
    }
}
