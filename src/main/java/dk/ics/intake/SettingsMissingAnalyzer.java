package dk.ics.intake;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is missing, with the name of the environment variable of each setting. */
class SettingsMissingAnalyzer extends AbstractFailureAnalyzer<SettingsMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsMissing cause) {
        StringBuilder description = new StringBuilder("These settings are missing or empty:\n\n");
        for (String setting : cause.settings()) {
            description.append("    %-44s %s%n".formatted(setting, variable(setting)));
        }
        return new FailureAnalysis(description.toString(), """
                Without a profile the application is production: it brings no database, no account and no secret.
                The mode of cpr and siri is manual or connected, that of the others connected; connected needs url and secret too.
                Give the settings as environment variables or in a file (--spring.config.additional-location=...);
                docs/operations.md explains each. To see the demonstration instead: --spring.profiles.active=demo""", cause);
    }

    /** Spring Boot's rule: dots become underscores, dashes go. */
    private static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
