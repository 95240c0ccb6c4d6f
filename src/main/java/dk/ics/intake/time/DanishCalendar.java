package dk.ics.intake.time;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/**
 * The days a Danish authority works: Monday to Friday, less the public holidays and the days on which the office is
 * closed without being a holiday. Great Prayer Day is a working day from 2024 (lov nr. 214 af 6. marts 2023).
 */
public final class DanishCalendar {

    /** Where every date of a case is counted. */
    public static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK));
    private final Clock clock;
    private final Set<MonthDay> closedDays;

    /** @param closedDays days of every year on which the office is closed, beside the public holidays */
    public DanishCalendar(Clock clock, Set<MonthDay> closedDays) {
        this.clock = clock;
        this.closedDays = Set.copyOf(closedDays);
    }

    /** Today in Denmark. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(COPENHAGEN));
    }

    /** Whether the office works on that day. */
    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closedDays.contains(MonthDay.from(date))
                && !holidays.isHoliday(date);
    }

    /** That day if the office works on it, otherwise the next day on which it does. */
    public LocalDate workingDayFrom(LocalDate date) {
        return plusWorkingDays(date.minusDays(1), 1);
    }

    /**
     * The day on which so many working days have gone by; the first day is not counted, so that 0 gives the same day and
     * 1 the next working day.
     *
     * @throws IllegalArgumentException for a negative number
     */
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Working days are counted forward: " + days);
        }
        LocalDate date = from;
        int left = days;
        while (left > 0) {
            date = date.plusDays(1);
            if (isWorkingDay(date)) {
                left--;
            }
        }
        return date;
    }
}
