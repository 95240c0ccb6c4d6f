package dk.ics.intake.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as people write it: 14.05.1991, 14-5-1991, 14/05 1991, 14051991, or 1991-05-14. */
final class WrittenDate {

    private static final Pattern DANISH = Pattern.compile("(\\d{1,2})[ ./-]+(\\d{1,2})[ ./-]+(\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private WrittenDate() {}

    /** The date, if the text is one that exists. A year of two digits is none: it could be either century. */
    static Optional<LocalDate> read(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        for (Pattern form : new Pattern[] {DANISH, DIGITS}) {
            Matcher parts = form.matcher(text);
            if (parts.matches()) {
                return date(parts.group(3), parts.group(2), parts.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
