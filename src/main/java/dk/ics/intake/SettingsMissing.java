package dk.ics.intake;

import java.util.List;

/** The application has not been told what it cannot guess. */
final class SettingsMissing extends RuntimeException {

    private final List<String> settings;

    SettingsMissing(List<String> settings) {
        super("Settings are missing: " + String.join(", ", settings));
        this.settings = List.copyOf(settings);
    }

    List<String> settings() {
        return settings;
    }
}
