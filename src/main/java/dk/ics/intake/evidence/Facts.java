package dk.ics.intake.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says. Codes, ids, yes or no, numbers and dates of clocks stand in it as they are; whatever tells of a
 * person, and every free text, only as a salted hash of which value and salt are kept beside the ledger.
 */
public final class Facts {

    private static final Pattern CODE = Pattern.compile("[\\p{L}0-9 ._:,;/@$§()+-]{0,500}");
    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("(^|[^0-9A-Za-z-])[0-9]{6}-?[0-9]{4}($|[^0-9A-Za-z-])");

    private final Map<String, Object> act = new LinkedHashMap<>();
    private final Map<String, Object> fields = new TreeMap<>();
    private final Map<String, String> personal = new TreeMap<>();

    /** Adds a code, id, yes or no, number or date of the act itself; null adds nothing. */
    public Facts code(String name, @Nullable Object value) {
        if (value != null) {
            act.put(name, plain(name, value));
        }
        return this;
    }

    /** Adds an answer of a form that is a code, yes or no, or a date of a clock; null adds nothing. */
    public Facts field(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, plain(name, value));
        }
        return this;
    }

    /** Adds a value that tells of a person or is free text, to be hashed with a salt; null adds nothing. */
    public Facts personal(String name, @Nullable String value) {
        if (value != null) {
            personal.put(name, value);
        }
        return this;
    }

    /** The same with everything of the other facts added. */
    public Facts and(Facts other) {
        act.putAll(other.act);
        fields.putAll(other.fields);
        personal.putAll(other.personal);
        return this;
    }

    Map<String, Object> act() {
        return act;
    }

    Map<String, Object> fields() {
        return fields;
    }

    Map<String, String> personal() {
        return personal;
    }

    private static Object plain(String name, Object value) {
        if (value instanceof Boolean || value instanceof Number) {
            return value;
        }
        if (value instanceof Instant || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> plain(name, one)).toList();
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        if (!CODE.matcher(text).matches() || PERSONAL_NUMBER.matcher(text).find()) {
            // Without the value: what is no code may be a person's.
            throw new IllegalArgumentException("Fact " + name + " is no code, it has to be given as personal");
        }
        return text;
    }
}
