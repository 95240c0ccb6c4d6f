package dk.ics.intake.selfservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers as JSON knows them. */
final class Json {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode node(Object value) {
        return JSON.valueToTree(value);
    }

    static Object value(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }
}
