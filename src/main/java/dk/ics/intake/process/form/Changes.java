package dk.ics.intake.process.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a submitted form means for the case file, compared with what its user saw and what stands there now. */
final class Changes {

    private final FormData data;
    private final Map<String, @Nullable Object> toWrite = new LinkedHashMap<>();
    private final Map<String, Object> effective = new LinkedHashMap<>();
    private final Map<String, String> sentences = new LinkedHashMap<>();
    private final Map<String, Object> sideBySide = new LinkedHashMap<>();
    private Opening opening;

    Changes(FormData data, Opening opening) {
        this.data = data;
        this.opening = opening;
    }

    /** Takes a field that stands in the case file. */
    void take(FormField field, @Nullable Object submitted) {
        String key = field.key();
        Object plain = submitted == null ? null : WireFormat.forField(field, submitted);
        Object stored = data.storedPlain(field);
        boolean meant = opening.isMeant(key, plain);
        boolean differs = !WireFormat.same(plain, stored);
        if (meant && differs && opening.isOvertaken(key, stored)) {
            conflict(field, submitted);
        } else if (meant && differs) {
            toWrite.put(key, submitted);
        }
        keep(key, meant ? submitted : data.held(key));
    }

    /** Takes a field that the case file does not have. */
    void keep(String key, @Nullable Object value) {
        if (value != null) {
            effective.put(key, value);
        }
    }

    /** New values of case fields by key; null empties a field. */
    Map<String, @Nullable Object> toWrite() {
        return toWrite;
    }

    /** The form's fields as they will stand, without empty ones. */
    Map<String, Object> effective() {
        return effective;
    }

    boolean hasConflicts() {
        return !sentences.isEmpty();
    }

    /** What the person decides on: own and colleague's value of each field in conflict. */
    FormRefused conflict() {
        return FormRefused.conflict(
                "En kollega har rettet sagen, mens du havde formularen åben. %s Ret felterne, eller send igen for at"
                                .formatted(String.join(" ", sentences.values()))
                        + " gemme det, du har skrevet.",
                sentences,
                sideBySide);
    }

    /** The opening as it counts from now on: the person has seen the colleague's values. */
    Opening seen() {
        return opening;
    }

    private void conflict(FormField field, @Nullable Object submitted) {
        Object stored = data.stored().get(field.key());
        String yours = DanishValue.of(field, submitted, data.given());
        String theirs = DanishValue.of(field, stored, data.given());
        sentences.put(
                field.key(),
                "%s: Du har skrevet »%s«, en kollega har i mellemtiden skrevet »%s«."
                        .formatted(field.label(), yours, theirs));
        sideBySide.put(field.key(), Map.of("label", field.label(), "yours", yours, "theirs", theirs));
        opening = opening.updated(field.key(), data.storedPlain(field));
    }
}
