package dk.ics.intake.process.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user saw when the form opened, and what the case file held then; both by key, in JSON's own kinds. Tells apart
 * what the user changed from what a colleague did in the meantime.
 */
record Opening(Map<String, Object> shown, Map<String, Object> stored) {

    private static final String SHOWN = "shown";
    private static final String STORED = "stored";

    /** The form as it stands now, for somebody who has not opened it yet. */
    static Opening of(FormData data) {
        Map<String, Object> shown = new LinkedHashMap<>(data.shown());
        shown.keySet().removeIf(key -> !data.schema().hasField(key));
        Map<String, Object> stored = new LinkedHashMap<>();
        for (FormField field : data.schema().fields()) {
            Object value = data.storedPlain(field);
            if (value != null) {
                stored.put(field.key(), value);
            }
        }
        return new Opening(shown, stored);
    }

    @SuppressWarnings("unchecked") // written by toSnapshot
    static Opening fromSnapshot(Map<String, Object> snapshot) {
        return new Opening((Map<String, Object>) snapshot.getOrDefault(SHOWN, Map.of()), (Map<String, Object>)
                snapshot.getOrDefault(STORED, Map.of()));
    }

    Map<String, Object> toSnapshot() {
        return Map.of(SHOWN, shown, STORED, stored);
    }

    /**
     * Whether the user means this value: it differs from what was shown, or what was shown was a suggestion that is
     * only now confirmed.
     */
    boolean isMeant(String key, @Nullable Object value) {
        return !WireFormat.same(value, shown.get(key)) || !WireFormat.same(shown.get(key), stored.get(key));
    }

    /** Whether somebody has changed the case file's value since. */
    boolean isOvertaken(String key, @Nullable Object storedNow) {
        return !WireFormat.same(storedNow, stored.get(key));
    }

    /** This opening, after the user has been shown what the case file holds now for one field. */
    Opening updated(String key, @Nullable Object storedNow) {
        return new Opening(with(shown, key, storedNow), with(stored, key, storedNow));
    }

    /** This opening with what an earlier one showed and held for one field. */
    Opening keeping(String key, Opening earlier) {
        return new Opening(with(shown, key, earlier.shown.get(key)), with(stored, key, earlier.stored.get(key)));
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }
}
