package dk.ics.intake.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DanishCalendarTest {

    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(6, 5), MonthDay.of(12, 24), MonthDay.of(12, 31));

    private final DanishCalendar calendar = at("2026-03-02T09:00:00Z");

    private static DanishCalendar at(String instant) {
        return new DanishCalendar(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), CLOSED);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-01-01, New Year's Day",
        "2026-04-02, Maundy Thursday",
        "2026-04-03, Good Friday",
        "2026-04-06, Easter Monday",
        "2026-05-14, Ascension Day",
        "2026-05-25, Whit Monday",
        "2026-12-25, Christmas Day",
        "2026-12-26, a Saturday and Boxing Day",
        "2026-06-05, Constitution Day",
        "2026-12-24, Christmas Eve",
        "2026-12-31, New Year's Eve",
        "2026-03-07, a Saturday",
        "2026-03-08, a Sunday",
        "2023-05-05, the last Great Prayer Day"
    })
    void noOneWorksOn(LocalDate date, String name) {
        assertThat(calendar.isWorkingDay(date)).as(name).isFalse();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2024-04-26, the Great Prayer Day that no longer is one",
        "2026-05-01, Labour Day on a Friday",
        "2026-05-15, the Friday after Ascension Day",
        "2026-12-23, the day before Christmas Eve",
        "2028-02-29, a leap day"
    })
    void theOfficeWorksOn(LocalDate date, String name) {
        assertThat(calendar.isWorkingDay(date)).as(name).isTrue();
    }

    @ParameterizedTest(name = "from {0} on the office works on {1}")
    @CsvSource({"2026-03-16, 2026-03-16", "2026-03-14, 2026-03-16", "2026-04-02, 2026-04-07", "2026-12-24, 2026-12-28"})
    void findsTheWorkingDayFrom(LocalDate date, LocalDate expected) {
        assertThat(calendar.workingDayFrom(date)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} working days after {0} is {2}")
    @CsvSource({
        "2026-03-02, 0, 2026-03-02",
        "2026-03-02, 1, 2026-03-03",
        "2026-03-06, 1, 2026-03-09",
        "2026-03-07, 1, 2026-03-09",
        "2026-04-01, 1, 2026-04-07",
        "2026-12-23, 1, 2026-12-28",
        "2026-12-23, 4, 2027-01-04",
        "2026-03-02, 21, 2026-03-31"
    })
    void workingDaysGoBy(LocalDate from, int days, LocalDate expected) {
        assertThat(calendar.plusWorkingDays(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE})
    void theyAreOnlyCountedForward(int days) {
        assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 3, 2), days))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDayBeginsAtMidnightInDenmarkInWinterAndInSummer() {
        assertThat(at("2026-01-31T22:59:59Z").today()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(at("2026-01-31T23:00:00Z").today()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(at("2026-06-30T21:59:59Z").today()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(at("2026-06-30T22:00:00Z").today()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void anOfficeThatClosesOnLabourDayCanSaySo() {
        DanishCalendar closing = new DanishCalendar(Clock.systemUTC(), Set.of(MonthDay.of(5, 1)));

        assertThat(closing.isWorkingDay(LocalDate.of(2026, 5, 1))).isFalse();
        assertThat(closing.isWorkingDay(LocalDate.of(2026, 6, 5))).isTrue();
    }
}
