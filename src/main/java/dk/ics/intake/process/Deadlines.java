package dk.ics.intake.process;

import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * Due dates and timers of the models: {@code ${deadlines.workingDays(2)}}. A deadline lasts until its last day ends in
 * Denmark.
 */
@Component
public class Deadlines {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private final DanishCalendar calendar;
    private final DeadlineProperties properties;

    Deadlines(DanishCalendar calendar, DeadlineProperties properties) {
        this.calendar = calendar;
        this.properties = properties;
    }

    /** The end of the day that many working days from now. */
    public Date workingDays(int days) {
        return endOf(in(days));
    }

    public Date documentReminder() {
        return endOf(in(properties.documentReminder()));
    }

    public Date documentsClosed() {
        return endOf(documentsDue());
    }

    public Date siriOverdue() {
        return endOf(in(properties.siriOverdue()));
    }

    public Date taxReceiptOverdue() {
        return endOf(in(properties.taxReceiptOverdue()));
    }

    /** The last day for papers asked for today. */
    LocalDate documentsDue() {
        return in(properties.documentsClosed());
    }

    private LocalDate in(int workingDays) {
        return calendar.plusWorkingDays(calendar.today(), workingDays);
    }

    private static Date endOf(LocalDate day) {
        return Date.from(
                day.atTime(END_OF_DAY).atZone(DanishCalendar.COPENHAGEN).toInstant());
    }
}
