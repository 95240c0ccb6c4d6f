package dk.ics.intake.process.form;

import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** Says which fields a form hides, by the FEEL conditions that stand in it and the engine's own FEEL. */
@Component
class HiddenFields {

    private final FeelEngineApi feel = FeelEngineBuilder.create().build();

    /** @param data what stands in the form, in JSON's own kinds */
    boolean isHidden(FormField field, Map<String, Object> data) {
        return field.hiddenWhen().stream().anyMatch(condition -> holds(condition, data, field));
    }

    private boolean holds(String condition, Map<String, Object> data, FormField field) {
        EvaluationResult result = feel.evaluateExpression(condition, new HashMap<>(data));
        if (!result.isSuccess()) {
            throw new IllegalStateException("The condition of the field " + field.key() + " cannot be evaluated");
        }
        return Boolean.TRUE.equals(result.result());
    }
}
