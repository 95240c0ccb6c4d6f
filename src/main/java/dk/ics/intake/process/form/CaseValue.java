package dk.ics.intake.process.form;

import dk.ics.intake.casefile.CaseField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Brings what a field read into the type in which its destination keeps it. */
final class CaseValue {

    private static final Reading WRONG_KIND = Reading.refused("Feltet kan ikke indeholde denne værdi.");

    private CaseValue() {}

    static Reading of(Reading reading, CaseField.Type type) {
        if (reading.isRefused() || reading.value() == null) {
            return reading;
        }
        Object entered = reading.entered();
        return switch (type) {
            case TEXT, CODE -> text(entered);
            case BOOLEAN -> yesOrNo(entered);
            case INTEGER -> whole(entered);
            case DECIMAL -> entered instanceof BigDecimal ? reading : WRONG_KIND;
            case DATE -> entered instanceof LocalDate ? reading : WRONG_KIND;
            case DATETIME -> entered instanceof OffsetDateTime ? reading : WRONG_KIND;
            case LIST -> entered instanceof List<?> ? reading : WRONG_KIND;
        };
    }

    private static Reading text(Object entered) {
        if (entered instanceof List<?> codes) {
            return Reading.of(
                    String.join(",", codes.stream().map(String::valueOf).toList()));
        }
        return entered instanceof String
                ? Reading.of(entered)
                : Reading.of(WireFormat.plain(entered).toString());
    }

    private static Reading yesOrNo(Object entered) {
        return switch (entered.toString()) {
            case "true" -> Reading.of(true);
            case "false" -> Reading.of(false);
            default -> WRONG_KIND;
        };
    }

    private static Reading whole(Object entered) {
        try {
            return entered instanceof BigDecimal number ? Reading.of(number.intValueExact()) : WRONG_KIND;
        } catch (ArithmeticException notWhole) {
            return Reading.refused("Skriv et helt tal.");
        }
    }
}
