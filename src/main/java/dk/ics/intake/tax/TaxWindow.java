package dk.ics.intake.tax;

import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;

/** When form 04.063 may be sent at the earliest (skat.dk oid=1899274). */
final class TaxWindow {

    private static final int WORKING_DAYS_WITHOUT_NUMBER = 21;
    private static final int DAYS_WITH_NUMBER = 60;

    private final DanishCalendar calendar;

    TaxWindow(DanishCalendar calendar) {
        this.calendar = calendar;
    }

    /** Without a Danish number 21 working days before the first working day, with one 60 days. */
    boolean isOpen(LocalDate jobStart, boolean hasNumber, LocalDate today) {
        LocalDate latest = hasNumber
                ? today.plusDays(DAYS_WITH_NUMBER)
                : calendar.plusWorkingDays(today, WORKING_DAYS_WITHOUT_NUMBER);
        return !jobStart.isAfter(latest);
    }

    /** The first day on which it may be sent. */
    LocalDate opensOn(LocalDate jobStart, boolean hasNumber) {
        LocalDate day = jobStart;
        while (isOpen(jobStart, hasNumber, day.minusDays(1))) {
            day = day.minusDays(1);
        }
        return day;
    }
}
