package dk.ics.intake.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a form, one sentence a field. */
public final class Problems {

    private final Map<String, Object> values;
    private final List<FieldProblem> found = new ArrayList<>();

    /** @param values what was entered, by key */
    public Problems(Map<String, Object> values) {
        this.values = values;
    }

    /** Notes the sentence at the field if the fault is there. */
    public Problems when(boolean fault, String key, String message) {
        if (fault && found.stream().noneMatch(problem -> problem.key().equals(key))) {
            found.add(new FieldProblem(key, message));
        }
        return this;
    }

    /** Notes the sentence at each of the fields that has no value. */
    public Problems missing(List<String> keys, String message) {
        keys.forEach(key -> when(isEmpty(values.get(key)), key, message));
        return this;
    }

    /** Notes the sentence at each of the fields whose answer is not {@code met}. */
    public Problems unmet(List<String> keys, String message) {
        keys.forEach(key -> when(!"met".equals(values.get(key)), key, message));
        return this;
    }

    public List<FieldProblem> found() {
        return List.copyOf(found);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }
}
