package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every field that a submitted form shows, and refuses what it does not show. */
@Component
class FormReading {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Destinations destinations;
    private final HiddenFields hidden;

    FormReading(Destinations destinations, HiddenFields hidden) {
        this.destinations = destinations;
        this.hidden = hidden;
    }

    /**
     * The reading of each visible input, in the form's order.
     *
     * @param shown what the form showed; stands for a field that was not sent
     * @param given options and display-only values
     * @throws FormRefused if a key is not of this form
     */
    Map<FormField, Reading> read(
            FormSchema schema, SubmittedForm submitted, Map<String, Object> shown, Map<String, Object> given) {
        refuseUnknownKeys(schema, submitted, given);
        Map<FormField, Reading> readings = new LinkedHashMap<>();
        Map<String, Object> data = new HashMap<>(given);
        data.putAll(shown);
        for (FormField field : schema.fields()) {
            if (!field.displayOnly()) {
                JsonNode entry = entry(field, submitted, shown);
                Reading reading = reading(field, entry, given);
                readings.put(field, reading);
                put(data, field.key(), plain(field, reading, entry));
            }
        }
        readings.keySet().removeIf(field -> hidden.isHidden(field, data));
        return readings;
    }

    private Reading reading(FormField field, JsonNode entry, Map<String, Object> given) {
        Destination destination = destinations.of(field.key());
        Reading reading = EntryReader.read(field, entry, given);
        return destination.isNowhere() ? reading : CaseValue.of(reading, destination.type());
    }

    private static JsonNode entry(FormField field, SubmittedForm submitted, Map<String, Object> shown) {
        JsonNode entry = submitted.entries().get(field.key());
        if (entry == null) {
            Object value = shown.get(field.key());
            return value == null ? MissingNode.getInstance() : JSON.valueToTree(value);
        }
        boolean takesArray = field.takesMany() || field.type().equals("dynamiclist");
        return takesArray && entry.isTextual() ? array(entry.asText()) : entry;
    }

    private static JsonNode array(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            throw FormRefused.unreadable();
        }
    }

    private static @Nullable Object plain(FormField field, Reading reading, JsonNode entry) {
        if (reading.isRefused()) {
            return entry.isMissingNode() || entry.isNull() ? null : JSON.convertValue(entry, Object.class);
        }
        return reading.value() == null ? null : WireFormat.forField(field, reading.entered());
    }

    private static void put(Map<String, Object> data, String key, @Nullable Object value) {
        if (value == null) {
            data.remove(key);
        } else {
            data.put(key, value);
        }
    }

    private static void refuseUnknownKeys(FormSchema schema, SubmittedForm submitted, Map<String, Object> given) {
        List<String> unknown = new ArrayList<>();
        for (String key : submitted.entries().keySet()) {
            if (!schema.hasField(key)
                    && !given.containsKey(key)
                    && !schema.valuesKeys().contains(key)) {
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, String> fields = new LinkedHashMap<>();
            unknown.stream()
                    .filter(key -> key.matches("[A-Za-z][A-Za-z0-9_]{0,59}"))
                    .forEach(key -> fields.put(key, "Feltet findes ikke i formularen."));
            throw FormRefused.because(
                    "Formularen er sendt med et felt, den ikke har. Genindlæs opgaven, og prøv igen.", fields);
        }
    }
}
