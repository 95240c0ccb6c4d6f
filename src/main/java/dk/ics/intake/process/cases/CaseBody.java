package dk.ics.intake.process.cases;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON object of a call about a case, with no other keys than the call knows. Nothing of it is ever repeated. */
final class CaseBody {

    private final Map<String, @Nullable Object> entered;

    private CaseBody(Map<String, @Nullable Object> entered) {
        this.entered = entered;
    }

    /** @throws Unreadable if there is another key */
    static CaseBody of(Map<String, @Nullable Object> entered, Set<String> keys) {
        if (!keys.containsAll(entered.keySet())) {
            throw new Unreadable();
        }
        return new CaseBody(entered);
    }

    /** The text, empty if it is missing. */
    String text(String key) {
        Object value = entered.get(key);
        if (value != null && !(value instanceof String)) {
            throw new Unreadable();
        }
        return value == null ? "" : (String) value;
    }

    UUID id(String key) {
        try {
            return UUID.fromString(text(key));
        } catch (IllegalArgumentException noId) {
            throw new Unreadable();
        }
    }

    int number(String key) {
        if (entered.get(key) instanceof Integer number) {
            return number;
        }
        throw new Unreadable();
    }

    /** What came is not what the call takes. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
