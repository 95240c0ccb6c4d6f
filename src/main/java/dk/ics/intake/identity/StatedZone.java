package dk.ics.intake.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine readable lines that a citizen typed at home. They are no reading of the document: a caseworker is told whether
 * they agree with the application and reads the document, whose lines stand in no field before that
 * (docs/adr/0137-lines-typed-at-home.md).
 */
final class StatedZone {

    static final String KEY = "statedZone";

    private StatedZone() {}

    /** @param person the case file's values, also the stated lines; null if there are none */
    static @Nullable String inWords(Map<String, Object> person) {
        if (!(person.get(KEY) instanceof String lines)) {
            return null;
        }
        if (!Mrz.faults(lines).isEmpty()) {
            return "Kontrolcifrene passer ikke";
        }
        List<String> different = ZoneComparison.of(Mrz.parse(lines), person).stream()
                .filter(line -> !line.agrees())
                .map(ZoneLine::label)
                .toList();
        return different.isEmpty()
                ? "Passer til ansøgningen"
                : "Er forskellige fra ansøgningen: " + String.join(", ", different);
    }
}
