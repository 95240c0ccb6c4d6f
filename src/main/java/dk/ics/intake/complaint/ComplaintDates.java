package dk.ics.intake.complaint;

import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The days that count in a complaint. A period of weeks ends on the day of the week on which it began; if the office is
 * closed then, on the next day it is open.
 */
@Component
class ComplaintDates {

    private final DanishCalendar calendar;
    private final ComplaintProperties properties;

    ComplaintDates(DanishCalendar calendar, ComplaintProperties properties) {
        this.calendar = calendar;
        this.properties = properties;
    }

    LocalDate today() {
        return calendar.today();
    }

    /** The last day on which a decision that was received on that day can be complained about in time. */
    LocalDate lastDay(LocalDate decisionReceived) {
        return open(decisionReceived.plusWeeks(properties.periodWeeks()));
    }

    /** The last day for comments on a statement that leaves today. */
    LocalDate commentsDue() {
        return open(today().plusWeeks(properties.commentsWeeks()));
    }

    private LocalDate open(LocalDate day) {
        return calendar.plusWorkingDays(day.minusDays(1), 1);
    }
}
