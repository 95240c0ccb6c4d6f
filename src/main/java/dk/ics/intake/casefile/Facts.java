package dk.ics.intake.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form shows above its questions: rows of a Danish label and a Danish value. */
public final class Facts {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d. MMMM yyyy", DANISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d. MMMM yyyy 'kl.' HH.mm", DANISH);

    private final List<Map<String, String>> rows = new ArrayList<>();

    /** Adds a row; a value that is not there adds none. */
    public Facts add(String label, @Nullable Object value) {
        String shown = value == null ? "" : danish(value);
        if (!shown.isBlank()) {
            rows.add(Map.of("label", label, "value", shown));
        }
        return this;
    }

    /** Adds a personal number with its dash, as Danes write it; what is no number is shown as it stands. */
    public Facts addNumber(String label, @Nullable Object digits) {
        return add(label, digits == null ? null : dashed(digits.toString()));
    }

    private static String dashed(String digits) {
        try {
            return CprNumber.parse(digits).formatted();
        } catch (IllegalArgumentException noNumber) {
            return digits;
        }
    }

    /** The rows as a form's loop reads them: {@code label} and {@code value}. */
    public List<Map<String, String>> rows() {
        return List.copyOf(rows);
    }

    /** A value as Danes write it: 3. april 1990, ja, 37,5. */
    public static String danish(Object value) {
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof OffsetDateTime moment) {
            return MOMENT.format(moment.atZoneSameInstant(COPENHAGEN));
        }
        if (value instanceof Boolean yes) {
            return yes ? "ja" : "nej";
        }
        return value instanceof Number number ? number.toString().replace('.', ',') : value.toString();
    }

    /** Masked: the rows are a person's. */
    @Override
    public String toString() {
        return "Facts[" + rows.size() + " rows]";
    }
}
