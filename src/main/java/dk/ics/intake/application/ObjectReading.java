package dk.ics.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects by a table of fields; what is not in the table is refused. */
final class ObjectReading {

    /** Longer keys are nobody's field; what the sender wrote is cut before it comes back as a path. */
    private static final int LONGEST_KEY = 60;

    private ObjectReading() {}

    /** The values that were filled in, by key. {@code null} counts as not filled in. */
    static Map<String, Object> read(
            JsonNode object, List<ApplicationField> fields, String path, LocalDate today, Problems problems) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ApplicationField field : fields) {
            String at = path + "." + field.key();
            JsonNode node = object.path(field.key());
            Object value =
                    node.isMissingNode() || node.isNull() ? null : field.rule().read(node, at, today, problems);
            if (value != null) {
                values.put(field.key(), value);
            } else if (field.required() && !problems.has(at)) {
                problems.add(at, "required");
            }
        }
        return values;
    }

    /** Refuses the keys of the object that are not among the known ones. */
    static void refuseUnknown(JsonNode object, Set<String> known, String path, Problems problems) {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                String shown = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key;
                problems.add(path.isEmpty() ? shown : path + "." + shown, "unknown");
            }
        });
    }

    static Set<String> keys(List<ApplicationField> fields, String... more) {
        return Stream.concat(fields.stream().map(ApplicationField::key), Stream.of(more))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rows as the case file keeps lists: JSON values, days as ISO texts. */
    static @Nullable Object rows(JsonNode list, ValueRule.Rows rule, String path, LocalDate today, Problems problems) {
        if (!list.isArray() || list.size() > rule.most()) {
            problems.add(path, "list", rule.most());
            return null;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = path + "[" + i + "]";
            if (!list.get(i).isObject()) {
                problems.add(at, "object");
                continue;
            }
            refuseUnknown(list.get(i), keys(rule.fields()), at, problems);
            Map<String, Object> row = read(list.get(i), rule.fields(), at, today, problems);
            row.replaceAll((key, value) -> value instanceof LocalDate ? value.toString() : value);
            rows.add(row);
        }
        return rows.isEmpty() ? null : rows;
    }
}
