package dk.ics.intake.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What holds of any number. All that are made are replacement numbers (day + 60), so that none can be a person's. */
class CprNumberPropertiesTest {

    /** Numbers without modulus 11 are given since 1 October 2007 and fully valid (cpr.dk). */
    @Property(tries = 5000)
    void modulus11IsNoCondition(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 9999) int serial) {
        CprNumber number = CprNumber.parse(digits(day, serial));

        Statistics.label("passes modulus 11").collect(number.passesModulus11());
        Statistics.label("passes modulus 11")
                .coverage(coverage -> coverage.check(false).count(count -> count > 0));
        assertThat(number.isReplacement()).isTrue();
        assertThat(number.born().getDayOfMonth()).isEqualTo(day.getDayOfMonth());
        assertThat(number.born().getMonthValue()).isEqualTo(day.getMonthValue());
        assertThat(number.born().getYear() % 100).isEqualTo(day.getYear() % 100);
        assertThat(number.born().getYear()).isBetween(1858, 2057);
        assertThat(number.isFemale()).isEqualTo(serial % 2 == 0);
    }

    @Property
    void isReadAsPeopleWriteIt(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 9999) int serial) {
        String digits = digits(day, serial);
        CprNumber number = CprNumber.parse(digits);

        assertThat(CprNumber.parse(number.formatted())).isEqualTo(number);
        assertThat(CprNumber.parse(" " + digits.substring(0, 6) + " " + digits.substring(6) + "\n"))
                .isEqualTo(number);
        assertThat(number.toString()).doesNotContain(digits.substring(0, 6), digits.substring(6));
    }

    @Property
    void anyOtherTextIsRefusedWithoutBeingRepeated(@ForAll("texts") String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CprNumber.parse(text))
                .withNoCause()
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .isIn("A CPR number has ten digits", "A CPR number begins with a date of birth"));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        // Not the 29th of February: whether it was there hangs on the century, which the serial number gives.
        return Arbitraries.integers()
                .between(0, 36_000)
                .map(day -> LocalDate.of(1900, 1, 1).plusDays(day))
                .filter(day -> day.getMonthValue() != 2 || day.getDayOfMonth() != 29);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(20)
                        .filter(text -> !text.strip().matches("\\d{6}[- ]?\\d{4}")),
                Arbitraries.strings().withCharRange('0', '9').ofMaxLength(9),
                // A month that nobody has.
                Arbitraries.integers().between(13, 99).map(month -> "67" + month + "901111"));
    }

    private static String digits(LocalDate day, int serial) {
        return "%02d%02d%02d%04d".formatted(day.getDayOfMonth() + 60, day.getMonthValue(), day.getYear() % 100, serial);
    }
}
