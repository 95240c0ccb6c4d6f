package dk.ics.intake.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days at the edges. The clock counts in UTC on purpose: a day is a Danish day whatever the machine thinks. */
class RegistrationDatesTest {

    private static final Terms WORKER = new Terms("duty", "euDocument", 3, false);
    private static final Terms JOBSEEKER = new Terms("duty", "euDocument", 6, false);
    private static final Terms NORDIC = new Terms("duty", "none", null, false);
    private static final Terms SHORT = new Terms("none", "none", null, false);

    /** CPR-loven § 22 stk. 3; domain.md § 1.5 "Effective date". */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # arrival,   dwelling,   document,   from
        2026-02-01, 2026-02-01, 2026-01-15, 2026-02-01
        2026-02-01, -,          -,          2026-02-01
        2026-02-01, 2026-02-01, 2026-02-20, 2026-02-20
        2026-02-01, 2026-02-10, 2026-02-05, 2026-02-10
        2025-12-31, 2026-01-01, 2025-12-30, 2026-01-01
        2028-02-28, 2028-02-29, 2028-02-28, 2028-02-29
        """)
    void registersFromTheDayOnWhichEverythingIsThere(
            LocalDate arrival, @Nullable LocalDate dwelling, @Nullable LocalDate issued, LocalDate from) {
        assertThat(at("2026-03-02T09:00:00Z", false).effective(WORKER, person(arrival, dwelling, issued)))
                .contains(from);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01, 2026-02-20, 2026-02-01"})
    void asksANordicCitizenForNoDocument(LocalDate arrival, LocalDate issued, LocalDate from) {
        assertThat(at("2026-03-02T09:00:00Z", false).effective(NORDIC, person(arrival, null, issued)))
                .contains(from);
    }

    /** domain.md § 1.5 and § 11: five days after arrival and after the conditions are met, weekends and holidays too. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # arrival,   dwelling,   document,   last day,   moved to a working day
        2026-03-02, 2026-03-02, 2026-02-01, 2026-03-07, 2026-03-09
        2026-02-28, -,          2026-02-01, 2026-03-05, 2026-03-05
        2028-02-26, -,          2028-02-01, 2028-03-02, 2028-03-02
        2027-12-27, -,          2027-12-01, 2028-01-01, 2028-01-03
        2026-04-26, -,          2026-04-01, 2026-05-01, 2026-05-01
        2026-05-09, -,          2026-05-01, 2026-05-14, 2026-05-15
        2026-03-24, -,          2026-03-01, 2026-03-29, 2026-03-30
        2026-10-20, -,          2026-10-01, 2026-10-25, 2026-10-26
        2026-02-01, -,          2026-02-20, 2026-02-25, 2026-02-25
        """)
    void givesFiveDaysForNotification(
            LocalDate arrival,
            @Nullable LocalDate dwelling,
            @Nullable LocalDate issued,
            LocalDate due,
            LocalDate workingDay) {
        Map<String, Object> person = person(arrival, dwelling, issued);
        assertThat(at("2026-03-02T09:00:00Z", false).notificationDue(WORKER, person))
                .contains(due);
        assertThat(at("2026-03-02T09:00:00Z", true).notificationDue(WORKER, person))
                .contains(workingDay);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01"})
    void startsNoDeadlineWhileTheConditionsAreNotMet(LocalDate arrival) {
        RegistrationDates dates = at("2026-03-02T09:00:00Z", false);
        assertThat(dates.notificationDue(WORKER, person(arrival, null, null))).isEmpty();
        assertThat(dates.notificationDue(SHORT, person(arrival, null, null))).isEmpty();
        assertThat(dates.notificationDue(NORDIC, Map.of())).isEmpty();
        assertThat(dates.notificationDue(NORDIC, person(arrival, null, null))).contains(LocalDate.of(2026, 2, 6));
    }

    /** domain.md § 6 and § 11: three months from entry, jobseekers six; months end where the month ends. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        2026-02-01, 2026-05-01, 2026-08-01
        2025-11-30, 2026-02-28, 2026-05-30
        2027-11-30, 2028-02-29, 2028-05-30
        2025-12-31, 2026-03-31, 2026-06-30
        """)
    void givesThreeMonthsForTheDocumentAndJobseekersSix(LocalDate arrival, LocalDate worker, LocalDate jobseeker) {
        RegistrationDates dates = at("2026-03-02T09:00:00Z", false);
        assertThat(dates.documentDue(WORKER, person(arrival, null, null))).contains(worker);
        assertThat(dates.documentDue(JOBSEEKER, person(arrival, null, null))).contains(jobseeker);
        assertThat(dates.documentDue(NORDIC, person(arrival, null, null))).isEmpty();
    }

    /** Practice, domain.md § 2.3 and § 11: at most six months. The last rows are both nights on which clocks change. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00:00Z, 2025-09-02, false",
        "2026-03-02T09:00:00Z, 2025-09-01, true",
        "2026-03-01T22:59:59Z, 2025-09-01, false",
        "2026-03-01T23:00:00Z, 2025-09-01, true",
        "2028-02-29T12:00:00Z, 2027-08-29, false",
        "2028-02-29T12:00:00Z, 2027-08-28, true",
        "2026-12-31T22:59:59Z, 2026-06-30, true",
        "2026-12-30T23:00:00Z, 2026-06-30, true",
        "2026-12-30T22:59:59Z, 2026-06-30, false",
        "2026-03-28T23:30:00Z, 2025-09-28, true",
        "2026-03-28T22:30:00Z, 2025-09-28, false",
        "2026-10-24T22:30:00Z, 2026-04-24, true",
        "2026-10-24T21:30:00Z, 2026-04-24, false"
    })
    void countsTheAgeOfADocumentInDanishDays(String now, LocalDate issued, boolean outdated) {
        assertThat(at(now, false).isOutdated(issued)).isEqualTo(outdated);
    }

    /** domain.md § 1.5: more than three, more than six months. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-20, 2026-05-20, upToThreeMonths",
        "2026-02-20, 2026-05-21, overThreeMonths",
        "2026-02-20, 2026-08-20, overThreeMonths",
        "2026-02-20, 2026-08-21, overSixMonths",
        "2027-11-30, 2028-02-29, upToThreeMonths",
        "2027-11-30, 2028-03-01, overThreeMonths",
        "2026-11-30, 2027-02-28, upToThreeMonths",
        "2026-11-30, 2027-03-01, overThreeMonths",
        "2026-10-01, 2027-01-01, upToThreeMonths"
    })
    void countsAStayInWholeMonths(LocalDate arrival, LocalDate departure, String stay) {
        assertThat(StayLength.between(arrival, departure)).isEqualTo(stay);
    }

    private static RegistrationDates at(String now, boolean onWorkingDay) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new RegistrationDates(new DanishCalendar(clock, Set.of()), new TermsProperties(6, onWorkingDay));
    }

    private static Map<String, Object> person(
            LocalDate arrival, @Nullable LocalDate dwelling, @Nullable LocalDate issued) {
        Map<String, Object> person = new HashMap<>();
        person.put("arrivalDate", arrival);
        if (dwelling != null) {
            person.put("housingFrom", dwelling);
        }
        if (issued != null) {
            person.put("residenceIssuedOn", issued);
        }
        return person;
    }
}
