package dk.ics.intake.casefile;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was submitted.
 *
 * @param userId the authenticated user
 * @param values what was entered, with the types of {@link CaseField.Type}; a cleared field is not in it
 * @param current the form's fields as the case file has them now
 * @param codes the process' codes that the form's rule asked for
 */
public record FormSubmission(
        CaseReference reference,
        String userId,
        Map<String, Object> values,
        Map<String, Object> current,
        Map<String, String> codes) {

    public FormSubmission(
            CaseReference reference, String userId, Map<String, Object> values, Map<String, Object> current) {
        this(reference, userId, values, current, Map.of());
    }

    /** The entered text or code, or null. */
    public @Nullable String text(String key) {
        return (String) values.get(key);
    }

    /** Whether the field was entered and differs from what the case file has. */
    public boolean changes(String key) {
        return values.containsKey(key) && !Objects.equals(values.get(key), current.get(key));
    }

    /** Masked: the values are a person's. */
    @Override
    public String toString() {
        return "FormSubmission[" + reference + ", " + values.size() + " values]";
    }
}
