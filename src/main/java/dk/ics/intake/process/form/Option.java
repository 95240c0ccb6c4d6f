package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One choice of a field, as the caseworker sees it and as it is sent. */
record Option(String label, String value) {

    /**
     * The field's options.
     *
     * @param data what the form was given; holds the options of a field that has a {@code valuesKey}
     */
    static List<Option> of(FormField field, Map<String, Object> data) {
        List<Option> options = new ArrayList<>();
        String valuesKey = field.valuesKey();
        if (valuesKey == null) {
            for (JsonNode value : field.component().path("values")) {
                options.add(new Option(
                        value.path("label").asText(), value.path("value").asText()));
            }
        } else if (data.get(valuesKey) instanceof List<?> given) {
            for (Object option : given) {
                options.add(given(option));
            }
        }
        return options;
    }

    private static Option given(@Nullable Object option) {
        if (option instanceof Map<?, ?> map) {
            return new Option(Objects.toString(map.get("label")), Objects.toString(map.get("value")));
        }
        return new Option(Objects.toString(option), Objects.toString(option));
    }
}
