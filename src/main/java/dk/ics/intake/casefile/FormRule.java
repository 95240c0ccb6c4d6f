package dk.ics.intake.casefile;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a capability adds to one of its forms: one bean a form that needs it.
 *
 * <p>The form itself (required fields, lengths, patterns, options, conditions) is checked before from its schema.
 */
public interface FormRule {

    /** The form's id, which is the id of its user task. */
    String formId();

    /**
     * What the form shows when it opens: display-only values, option lists by {@code valuesKey} (each option a map of
     * {@code label} and {@code value}), and suggestions for fields that have no value in the case file yet.
     */
    default Map<String, Object> prefill(CaseReference reference) {
        return Map.of();
    }

    /** Keys of the process' codes that say what the task is about, where a case has several such things. */
    default Set<String> codes() {
        return Set.of();
    }

    /** The same for a form that asks for {@link #codes}; one that is not there is not in the map. */
    default Map<String, Object> prefill(CaseReference reference, Map<String, String> codes) {
        return prefill(reference);
    }

    /**
     * Whether the form stands apart from the case: what the case file has under the keys of its fields is neither shown
     * nor written.
     */
    default boolean standsApart() {
        return false;
    }

    /** Refusals that need more than the form's schema; empty when all is well. */
    default List<FieldProblem> check(FormSubmission submission) {
        return List.of();
    }

    /**
     * Effects in the transaction that completes the task.
     *
     * @return further case fields to write and codes for the process to hear, by key
     */
    default Map<String, Object> accept(FormSubmission submission) {
        return Map.of();
    }
}
