package dk.ics.intake.process.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The body of {@code submit-form}, {@code {"variables": {key: {"value": …, "type": …}}}}.
 *
 * @param entries the values by key; null where the field was emptied
 */
record SubmittedForm(Map<String, JsonNode> entries) {

    /** Strict, so that no key counts twice and nothing hides behind the end. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int LARGEST_BODY = 256 * 1024;

    /** @throws FormRefused if there is more than a form can hold, or it is no form */
    static SubmittedForm read(InputStream body) throws IOException {
        return ofLimited(body.readNBytes(LARGEST_BODY + 1));
    }

    /** @throws FormRefused if there is more than a form can hold, or it is no form */
    static SubmittedForm ofLimited(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw FormRefused.of(FormRefused.TOO_LARGE, "FormTooLarge", "Formularen er for stor. Forkort teksterne.");
        }
        return parse(body);
    }

    private static SubmittedForm parse(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            JsonNode variables = tree.path("variables");
            if (!tree.isObject() || !variables.isObject() && !variables.isMissingNode() && !variables.isNull()) {
                throw FormRefused.unreadable();
            }
            Map<String, JsonNode> entries = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> variable : variables.properties()) {
                entries.put(variable.getKey(), value(variable.getValue()));
            }
            return new SubmittedForm(entries);
        } catch (IOException notJson) {
            // Without the cause: Jackson repeats the text, and it may be a person's.
            throw FormRefused.unreadable();
        }
    }

    private static JsonNode value(JsonNode variable) throws JsonProcessingException {
        if (!variable.isObject()) {
            throw FormRefused.unreadable();
        }
        JsonNode value = variable.path("value");
        if (value.isMissingNode()) {
            return NullNode.getInstance();
        }
        // Tasklist sends lists as text of this type, and of no type if the form opened without them.
        return value.isTextual()
                        && "Json".equalsIgnoreCase(variable.path("type").asText())
                ? JSON.readTree(value.asText())
                : value;
    }

    /** Masked: the entries are a person's. */
    @Override
    public String toString() {
        return "SubmittedForm[" + entries.size() + " entries]";
    }
}
