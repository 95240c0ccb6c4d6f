package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A deployed Camunda Form: its inputs in order, and every key it speaks of. */
final class FormSchema {

    private static final Set<String> INPUTS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "dynamiclist");

    private final JsonNode source;
    private final String id;
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Set<String> valuesKeys = new HashSet<>();

    private FormSchema(JsonNode source) {
        this.source = source;
        this.id = source.path("id").asText();
    }

    /** Reads a form in the format of form-js, schema version 16. */
    static FormSchema parse(JsonNode form) {
        FormSchema schema = new FormSchema(form);
        for (FormField field : schema.inputs(form, List.of())) {
            schema.fields.put(field.key(), field);
        }
        return schema;
    }

    /** The form as it was deployed. */
    JsonNode source() {
        return source;
    }

    String id() {
        return id;
    }

    Collection<FormField> fields() {
        return fields.values();
    }

    boolean hasField(String key) {
        return fields.containsKey(key);
    }

    FormField field(String key) {
        FormField field = fields.get(key);
        if (field == null) {
            throw new IllegalArgumentException("The form " + id + " has no field " + key);
        }
        return field;
    }

    /** Keys under which the form looks up options. */
    Set<String> valuesKeys() {
        return valuesKeys;
    }

    private List<FormField> inputs(JsonNode parent, List<String> hiddenWhen) {
        List<FormField> found = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            List<String> conditions =
                    with(hiddenWhen, component.path("conditional").path("hide"));
            String type = component.path("type").asText();
            if (type.equals("group")) {
                found.addAll(inputs(component, conditions));
            } else if (INPUTS.contains(type)) {
                found.add(input(component, type, conditions));
            }
        }
        return found;
    }

    private FormField input(JsonNode component, String type, List<String> hiddenWhen) {
        if (component.hasNonNull("valuesKey")) {
            valuesKeys.add(component.get("valuesKey").asText());
        }
        boolean rows = type.equals("dynamiclist");
        return new FormField(
                component.path(rows ? "path" : "key").asText(),
                type,
                label(component),
                component,
                hiddenWhen,
                rows ? inputs(component, List.of()) : List.of());
    }

    private static String label(JsonNode component) {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            if (component.hasNonNull(name)) {
                return component.get(name).asText();
            }
        }
        return component.path("key").asText();
    }

    private static List<String> with(List<String> conditions, JsonNode condition) {
        String text = condition.asText("").strip();
        if (text.isEmpty()) {
            return conditions;
        }
        List<String> all = new ArrayList<>(conditions);
        all.add(text.startsWith("=") ? text.substring(1) : text);
        return List.copyOf(all);
    }
}
