package dk.ics.intake.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One request at an authority's door, and how the authority shall behave this time. */
record Call(
        String operation,
        @Nullable String key,
        JsonNode body,
        @Nullable Behaviour behaviour) {

    boolean behaves(Behaviour.Kind kind) {
        return behaviour != null && behaviour.kind() == kind;
    }

    /** The text of a field, empty when absent. */
    String text(String field) {
        return body.path(field).asText("");
    }
}
