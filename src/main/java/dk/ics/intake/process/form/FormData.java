package dk.ics.intake.process.form;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FormRule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form is made of at one moment.
 *
 * @param rule what a capability adds, or null
 * @param stored what the case file has for the form's fields, in its own types
 * @param hidden what the case file has for fields that open empty, since it is not to be shown
 * @param given what the rule shows and suggests, and the options by {@code valuesKey}
 * @param codes what the process has for what the rule asks
 * @param routing what the process has for fields that open with it, by key
 */
record FormData(
        FormSchema schema,
        CaseReference reference,
        @Nullable FormRule rule,
        Map<String, Object> stored,
        Map<String, Object> hidden,
        Map<String, Object> given,
        Map<String, String> codes,
        Map<String, Object> routing) {

    /** The field's value in the case file, in JSON's own kinds; null if there is none. */
    @Nullable
    Object storedPlain(FormField field) {
        Object value = stored.get(field.key());
        return value == null ? null : WireFormat.forField(field, value);
    }

    /** What the case file has for a field that the user left as it opened. */
    @Nullable
    Object held(String key) {
        return stored.getOrDefault(key, hidden.get(key));
    }

    /** Whether the field's answer goes into the case file: never where the form stands apart from it. */
    boolean isOfCaseFile(Destination destination) {
        return destination.isCaseFile() && (rule == null || !rule.standsApart());
    }

    /** Everything the form shows when it is opened, by key: case file first, then suggestions. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        given.forEach((key, value) -> shown.put(key, WireFormat.plain(value)));
        for (FormField field : schema.fields()) {
            Object value = stored.getOrDefault(field.key(), routing.get(field.key()));
            if (value != null) {
                shown.put(field.key(), WireFormat.forField(field, value));
            }
        }
        return shown;
    }
}
