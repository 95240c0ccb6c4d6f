package dk.ics.intake.report;

import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Days in Denmark, both included. */
public record Period(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if the last day lies before the first */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    OffsetDateTime begin() {
        return at(from);
    }

    /** The first moment that is no longer in it. */
    OffsetDateTime end() {
        return at(to.plusDays(1));
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay(DanishCalendar.COPENHAGEN).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }
}
