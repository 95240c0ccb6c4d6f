package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Reads one entry by the kind of its field. */
final class EntryReader {

    private EntryReader() {}

    /**
     * @param entry the value as it was sent; missing or null for an empty field
     * @param data what the form was given
     */
    static Reading read(FormField field, JsonNode entry, Map<String, Object> data) {
        Reading reading = isBlank(entry) ? Reading.EMPTY : readEntered(field, entry, data);
        return !reading.isRefused() && reading.value() == null && field.required()
                ? Reading.refused(missing(field))
                : reading;
    }

    static boolean isBlank(JsonNode entry) {
        return entry.isMissingNode()
                || entry.isNull()
                || entry.isTextual() && entry.asText().isBlank()
                || entry.isArray() && entry.isEmpty();
    }

    private static Reading readEntered(FormField field, JsonNode entry, Map<String, Object> data) {
        return switch (field.type()) {
            case "textfield", "textarea" -> TextEntry.read(field, entry);
            case "number" -> NumberEntry.read(field, entry);
            case "datetime" -> DateEntry.read(field, entry);
            case "checkbox" -> tick(field, entry);
            case "dynamiclist" -> RowsEntry.read(field, entry, data);
            default -> ChoiceEntry.read(field, entry, Option.of(field, data));
        };
    }

    private static Reading tick(FormField field, JsonNode entry) {
        boolean ticked = entry.isBoolean() ? entry.asBoolean() : entry.asText().equals("true");
        if (!entry.isBoolean() && !ticked && !entry.asText().equals("false")) {
            return Reading.refused("Sæt kryds, eller lad være.");
        }
        // A required tick is one that has to be set, as in form-js.
        return !ticked && field.required() ? Reading.refused(missing(field)) : Reading.of(ticked);
    }

    private static String missing(FormField field) {
        return switch (field.type()) {
            case "radio", "select", "checklist", "taglist" -> "Vælg en mulighed.";
            case "datetime" ->
                "time".equals(field.component().path("subtype").asText()) ? "Vælg et klokkeslæt." : "Vælg en dato.";
            case "checkbox" -> "Sæt kryds, før du går videre.";
            case "number" -> "Skriv et tal.";
            case "dynamiclist" -> "Tilføj mindst én række.";
            default -> "Udfyld feltet.";
        };
    }
}
