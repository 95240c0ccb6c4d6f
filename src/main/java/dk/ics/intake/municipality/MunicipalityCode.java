package dk.ics.intake.municipality;

import java.util.Objects;

/**
 * The four-digit code of a Danish municipality, also the tenant of its cases.
 *
 * @param value four digits, one of the 98 municipalities or {@code 0000}, which stands for a municipality that nobody
 *     knows yet
 */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {

    public static final MunicipalityCode UNKNOWN = new MunicipalityCode("0000");

    private static final String UNKNOWN_VALUE = "0000";

    /** @throws IllegalArgumentException if no municipality has this code */
    public MunicipalityCode {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException("No municipality has this code");
        }
    }

    /** Whether the text is the code of one of the 98 municipalities, or {@code 0000}. */
    public static boolean isValid(String value) {
        return value.equals(UNKNOWN_VALUE) || Catalogue.NAMES.containsKey(value);
    }

    public boolean isKnown() {
        return !value.equals(UNKNOWN_VALUE);
    }

    /** The Danish name, for example »København«; »Ukendt kommune« for {@code 0000}. */
    public String name() {
        return Catalogue.NAMES.getOrDefault(value, "Ukendt kommune");
    }

    @Override
    public int compareTo(MunicipalityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
