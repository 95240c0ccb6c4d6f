package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input of a Camunda Form.
 *
 * @param type form-js component type, for example {@code textfield}
 * @param label what the caseworker reads at it
 * @param component the component as it stands in the form
 * @param hiddenWhen FEEL expressions of the field and the groups around it; it is hidden when one is true
 * @param columns inputs of one row, for a dynamic list
 */
record FormField(
        String key, String type, String label, JsonNode component, List<String> hiddenWhen, List<FormField> columns) {

    boolean required() {
        return component.path("validate").path("required").asBoolean();
    }

    /** Whether the form only shows it. */
    boolean displayOnly() {
        return component.path("readonly").asBoolean()
                || component.path("disabled").asBoolean();
    }

    /** Whether several options can be chosen. */
    boolean takesMany() {
        return type.equals("checklist") || type.equals("taglist");
    }

    /** The key under which the form's data hold the options, or null if they stand in the form. */
    @Nullable
    String valuesKey() {
        return component.path("valuesKey").asText(null);
    }

    /** A whole number of the form's validation, or the other value. */
    int limit(String name, int otherwise) {
        return component.path("validate").path(name).asInt(otherwise);
    }

    /** A number of the form's validation, or null. */
    @Nullable
    BigDecimal bound(String name) {
        JsonNode bound = component.path("validate").path(name);
        return bound.isNumber() ? bound.decimalValue() : null;
    }

    /** A text of the form's validation, or null. */
    @Nullable
    String rule(String name) {
        return component.path("validate").path(name).asText(null);
    }
}
