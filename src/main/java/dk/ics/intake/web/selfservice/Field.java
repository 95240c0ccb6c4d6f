package dk.ics.intake.web.selfservice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field as it is drawn.
 *
 * @param key its name in the form, and the id of its first input
 * @param kind which fragment draws it
 * @param optional whether it may be left empty and has to say so
 * @param error what is wrong with it, or null
 * @param values what stands in it, by the name of the input
 * @param autocomplete the purpose of the input for the browser, or null
 */
public record Field(
        String key,
        String kind,
        String label,
        @Nullable String hint,
        boolean optional,
        @Nullable String error,
        Map<String, String> values,
        List<Option> options,
        @Nullable String autocomplete) {

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public String value() {
        return value(key);
    }

    /** What describes the input: hint and error, as far as there are any; null if there is neither. */
    public @Nullable String describedBy() {
        String ids = (hint == null ? "" : key + "-hint ") + (error == null ? "" : key + "-error");
        return ids.isBlank() ? null : ids.strip();
    }

    /** Where a link in the list of errors leads. */
    public String target() {
        return switch (kind) {
            case "date" -> key + ".day";
            case "radio" -> key + "-0";
            case "rows" -> key + "[0].relation";
            default -> key;
        };
    }

    /** The number of rows to draw, one of them empty. */
    public int rows() {
        int rows = 0;
        while (values.keySet().stream().anyMatch(this::isRow0) && hasRow(rows)) {
            rows++;
        }
        return rows + 1;
    }

    private boolean isRow0(String name) {
        return name.startsWith(key + "[");
    }

    private boolean hasRow(int row) {
        return values.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(key + "[" + row + "].")
                        && !entry.getValue().isBlank());
    }
}
