package dk.ics.intake.time;

import java.time.MonthDay;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code ics.calendar}: the days of the year, beside the public holidays, on which the office is closed. */
@ConfigurationProperties("ics.calendar")
record CalendarProperties(Set<MonthDay> closedDays) {}
