package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads a choice among options: one ({@link String}) or several ({@code List<String>}, in the options' order). */
final class ChoiceEntry {

    private static final String NOT_OFFERED = "Vælg en af de muligheder, der vises.";

    private ChoiceEntry() {}

    static Reading read(FormField field, JsonNode entry, List<Option> options) {
        return field.takesMany() ? several(entry, options) : one(entry, options);
    }

    private static Reading one(JsonNode entry, List<Option> options) {
        if (!entry.isValueNode()) {
            return Reading.refused(NOT_OFFERED);
        }
        String chosen = entry.asText();
        if (chosen.isEmpty()) {
            return Reading.EMPTY;
        }
        return offers(options, chosen) ? Reading.of(chosen) : Reading.refused(NOT_OFFERED);
    }

    private static Reading several(JsonNode entry, List<Option> options) {
        if (!entry.isArray()) {
            return Reading.refused(NOT_OFFERED);
        }
        List<String> chosen = new ArrayList<>();
        for (JsonNode value : entry) {
            if (!value.isValueNode() || !offers(options, value.asText())) {
                return Reading.refused(NOT_OFFERED);
            }
            chosen.add(value.asText());
        }
        List<String> ordered =
                options.stream().map(Option::value).filter(chosen::contains).toList();
        return ordered.isEmpty() ? Reading.EMPTY : Reading.of(ordered);
    }

    private static boolean offers(List<Option> options, String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }
}
