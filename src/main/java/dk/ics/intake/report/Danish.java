package dk.ics.intake.report;

import dk.ics.intake.time.DanishCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, moments and numbers as Danes write them. */
final class Danish {

    private static final Locale LOCALE = Locale.forLanguageTag("da");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d. MMMM yyyy", LOCALE);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM.yyyy", LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", LOCALE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy 'kl.' HH.mm", LOCALE).withZone(DanishCalendar.COPENHAGEN);

    private Danish() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    /** With a capital, since it begins a sentence. */
    static String month(LocalDate day) {
        String month = MONTH.format(day);
        return month.substring(0, 1).toUpperCase(LOCALE) + month.substring(1);
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static String number(long number) {
        return String.format(LOCALE, "%,d", number);
    }

    /** Whole per cent; a part of nothing is written as a dash. */
    static String share(long part, long of) {
        return of == 0 ? "–" : Math.floorDiv(part * 100, of) + " %";
    }
}
