package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a number field. */
final class NumberEntry {

    private static final int MOST_DIGITS = 15;

    private NumberEntry() {}

    static Reading read(FormField field, JsonNode entry) {
        if (entry.isTextual() && entry.asText().isBlank()) {
            return Reading.EMPTY;
        }
        BigDecimal number = number(entry);
        if (number == null) {
            return Reading.refused("Skriv et tal.");
        }
        String problem = problem(field, number);
        return problem == null ? Reading.of(number) : Reading.refused(problem);
    }

    private static @Nullable BigDecimal number(JsonNode entry) {
        try {
            if (entry.isNumber()) {
                return small(entry.decimalValue());
            }
            String text = entry.isTextual() ? entry.asText().strip() : "";
            return text.matches("-?[0-9]{1,15}([.][0-9]{1,9})?") ? small(new BigDecimal(text)) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Without trailing zeros; null for what no form asks for, such as {@code 1e999999999}. */
    private static @Nullable BigDecimal small(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable String problem(FormField field, BigDecimal number) {
        JsonNode digits = field.component().path("decimalDigits");
        if (digits.isInt() && number.scale() > digits.asInt()) {
            return digits.asInt() == 0
                    ? "Skriv et helt tal."
                    : "Skriv tallet med højst %d decimaler.".formatted(digits.asInt());
        }
        BigDecimal least = field.bound("min");
        if (least != null && number.compareTo(least) < 0) {
            return "Tallet skal være mindst %s.".formatted(danish(least));
        }
        BigDecimal most = field.bound("max");
        if (most != null && number.compareTo(most) > 0) {
            return "Tallet må højst være %s.".formatted(danish(most));
        }
        return null;
    }

    private static String danish(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
