package dk.ics.intake.terms;

import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The days that follow from arrival, dwelling and document. All are days in Denmark, none has a time of day. */
@Component
public class RegistrationDates {

    /** Days after arrival and after the conditions are met (norden.org; billund.dk; lejre.dk; randers.dk). */
    private static final int NOTIFICATION_DAYS = 5;

    private final DanishCalendar calendar;
    private final TermsProperties properties;

    RegistrationDates(DanishCalendar calendar, TermsProperties properties) {
        this.calendar = calendar;
        this.properties = properties;
    }

    /**
     * The day from which the move is registered: arrival, or a later day on which the dwelling or the document came
     * (CPR-loven § 22 stk. 3). Empty while the arrival is unknown.
     */
    public Optional<LocalDate> effective(Terms terms, Map<String, Object> person) {
        return day(person, "arrivalDate")
                .map(arrival -> Stream.of(
                                Optional.of(arrival),
                                day(person, "housingFrom"),
                                terms.needsDocument() ? day(person, "residenceIssuedOn") : Optional.<LocalDate>empty())
                        .flatMap(Optional::stream)
                        .max(LocalDate::compareTo)
                        .orElse(arrival));
    }

    /**
     * The last day for notification: five days after arrival and after the conditions are met. Empty while they are not:
     * no right to registration, or a document that is needed and not there.
     */
    public Optional<LocalDate> notificationDue(Terms terms, Map<String, Object> person) {
        boolean claims = terms.claim().equals("right") || terms.claim().equals("duty");
        boolean documented =
                !terms.needsDocument() || day(person, "residenceIssuedOn").isPresent();
        return claims && documented
                ? effective(terms, person).map(met -> moved(met.plusDays(NOTIFICATION_DAYS)))
                : Optional.empty();
    }

    /** The day by which an EU residence document must have been applied for; empty if none is needed. */
    public Optional<LocalDate> documentDue(Terms terms, Map<String, Object> person) {
        Integer months = terms.neededAfterMonths();
        return months == null
                ? Optional.empty()
                : day(person, "arrivalDate").map(arrival -> arrival.plusMonths(months));
    }

    /** Whether an EU residence document of that day is too old to register with today (practice). */
    public boolean isOutdated(LocalDate issued) {
        return issued.plusMonths(properties.documentMonths()).isBefore(calendar.today());
    }

    /** How many months old an EU residence document may be. */
    public int documentMonths() {
        return properties.documentMonths();
    }

    private LocalDate moved(LocalDate due) {
        return properties.notificationOnWorkingDay() && !calendar.isWorkingDay(due)
                ? calendar.plusWorkingDays(due, 1)
                : due;
    }

    private static Optional<LocalDate> day(Map<String, Object> person, String key) {
        @Nullable Object value = person.get(key);
        return value instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }
}
