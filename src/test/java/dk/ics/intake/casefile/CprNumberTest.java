package dk.ics.intake.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are replacement numbers (day + 60) or cpr.dk's own example, so that none can be a person's. */
class CprNumberTest {

    /** Every cell of the table of centuries, at both ends. */
    @ParameterizedTest
    @CsvSource({
        "6701000000, 1900-01-07",
        "6701360000, 1936-01-07",
        "6701373000, 1937-01-07",
        "6701573000, 1957-01-07",
        "6701583000, 1958-01-07",
        "6701993000, 1999-01-07",
        "6701004000, 2000-01-07",
        "6701364000, 2036-01-07",
        "6701374000, 1937-01-07",
        "6701574000, 1957-01-07",
        "6701584000, 1958-01-07",
        "6701994000, 1999-01-07",
        "6701005000, 2000-01-07",
        "6701368000, 2036-01-07",
        "6701375000, 2037-01-07",
        "6701578000, 2057-01-07",
        "6701585000, 1858-01-07",
        "6701998000, 1899-01-07",
        "6701009000, 2000-01-07",
        "6701369000, 2036-01-07",
        "6701379000, 1937-01-07",
        "6701579000, 1957-01-07",
        "6701589000, 1958-01-07",
        "6701999000, 1999-01-07"
    })
    void the_seventh_digit_tells_the_century(String number, LocalDate born) {
        assertThat(new CprNumber(number).born()).isEqualTo(born);
    }

    @ParameterizedTest
    @CsvSource({"6101901111, true", "9112901111, true", "1111111118, false"})
    void a_day_above_60_is_a_replacement_number(String number, boolean replacement) {
        assertThat(new CprNumber(number).isReplacement()).isEqualTo(replacement);
    }

    @Test
    void modulus_11_is_a_hint_only() {
        assertThat(new CprNumber("1111111118").passesModulus11()).isTrue();
        assertThat(new CprNumber("6101650001").passesModulus11()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"6101901112, true", "6101901111, false"})
    void an_even_last_digit_is_a_womans(String number, boolean female) {
        assertThat(new CprNumber(number).isFemale()).isEqualTo(female);
    }

    @ParameterizedTest
    @ValueSource(strings = {"670190-1111", "670190 1111", "6701901111", " 6701901111\n"})
    void is_read_as_people_write_it(String text) {
        assertThat(CprNumber.parse(text).formatted()).isEqualTo("670190-1111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "670190111",
                "67019011111",
                "67019o1111",
                "6701-901111",
                "0001901111",
                "3202901111",
                "6013901111",
                "6700901111",
                "9002901111",
                "9202901111",
                "8902991111",
                "٦٧٠١٩٠١١١١"
            })
    void what_is_no_number_is_refused_without_repeating_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CprNumber.parse(text))
                .withNoCause()
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .isIn("A CPR number has ten digits", "A CPR number begins with a date of birth"));
    }

    @Test
    void the_29th_of_february_exists_in_leap_years() {
        assertThat(new CprNumber("8902004000").born()).isEqualTo("2000-02-29");
    }

    @Test
    void a_log_never_shows_it() {
        assertThat(new CprNumber("6701901111")).hasToString("CprNumber[******-****]");
    }
}
