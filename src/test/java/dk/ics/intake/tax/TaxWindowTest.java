package dk.ics.intake.tax;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaxWindowTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    private final TaxWindow window =
            new TaxWindow(new DanishCalendar(Clock.system(DanishCalendar.COPENHAGEN), Set.of()));

    @Test
    void withoutANumberItOpensTwentyOneWorkingDaysBeforeTheJobWithEasterLeftOut() {
        LocalDate last = LocalDate.of(2026, 4, 23);
        assertThat(window.isOpen(last, false, TODAY)).isTrue();
        assertThat(window.isOpen(last.plusDays(1), false, TODAY)).isFalse();
    }

    @Test
    void withANumberItOpensSixtyDaysBefore() {
        assertThat(window.isOpen(TODAY.plusDays(60), true, TODAY)).isTrue();
        assertThat(window.isOpen(TODAY.plusDays(61), true, TODAY)).isFalse();
    }

    @Test
    void itOpensOnTheFirstDayOnWhichItIsOpen() {
        assertThat(window.opensOn(LocalDate.of(2026, 4, 23), false)).isEqualTo(TODAY);
        assertThat(window.opensOn(TODAY.plusDays(60), true)).isEqualTo(TODAY);
        assertThat(window.opensOn(LocalDate.of(2024, 5, 27), false))
                .as("Great Prayer Day, 26 April 2024, is a working day")
                .isEqualTo(LocalDate.of(2024, 4, 24));
        assertThat(window.opensOn(LocalDate.of(2028, 4, 29), true))
                .as("over a leap day")
                .isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Test
    void aJobThatHasBegunIsNeverTooEarly() {
        assertThat(window.isOpen(TODAY.minusMonths(1), false, TODAY)).isTrue();
    }
}
