package dk.ics.intake.casefile;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The number of a case as citizens and caseworkers see it, and the business key of its processes.
 *
 * @param value year, dash and at least six digits, for example {@code 2026-000123}
 */
public record CaseReference(String value) implements Comparable<CaseReference> {

    private static final Pattern FORMAT = Pattern.compile("20\\d{2}-\\d{6,9}");

    /** @throws IllegalArgumentException if the text has another form */
    public CaseReference {
        Objects.requireNonNull(value);
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("A case reference looks like 2026-000123");
        }
    }

    /** @throws IllegalArgumentException if the text is not a case reference */
    public static CaseReference parse(String text) {
        return new CaseReference(text);
    }

    static CaseReference of(int year, long number) {
        return new CaseReference("%04d-%06d".formatted(year, number));
    }

    @Override
    public int compareTo(CaseReference other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
