package dk.ics.intake.process.form;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value as a caseworker reads it. */
final class DanishValue {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-uuuu 'kl.' HH.mm");

    private DanishValue() {}

    /** @param data what the form was given; holds the options of a field that has a {@code valuesKey} */
    static String of(FormField field, @Nullable Object value, Map<String, Object> data) {
        if (value == null) {
            return "(tomt)";
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof OffsetDateTime moment) {
            return MOMENT.format(moment);
        }
        if (value instanceof List<?> rows) {
            return rows.size() == 1 ? "1 række" : rows.size() + " rækker";
        }
        String code = Objects.toString(value);
        return Option.of(field, data).stream()
                .filter(option -> option.value().equals(code))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> value instanceof Boolean yes ? (yes ? "Ja" : "Nej") : code);
    }
}
