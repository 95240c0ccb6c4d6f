package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the specimens of ICAO Doc 9303. */
class MrzTest {

    private static final String TD3 = """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO7408122F1204159ZE184226B<<<<<10""";
    private static final String TD2 = """
            I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            D231458907UTO7408122F1204159<<<<<<<6""";
    private static final String TD1 = """
            I<UTOD231458907<<<<<<<<<<<<<<<
            7408122F1204159UTO<<<<<<<<<<<6
            ERIKSSON<<ANNA<MARIA<<<<<<<<<<""";
    private static final String LONG_NUMBER = """
            I<UTOD23145890<7349<<<<<<<<<<<
            3407127M9507122UTO<<<<<<<<<<<2
            STEVENSON<<PETER<JOHN<<<<<<<<<""";

    @Test
    void readsAPassport() {
        Mrz mrz = Mrz.parse(TD3);

        assertThat(mrz.documentNumber()).isEqualTo("L898902C3");
        assertThat(mrz.issuingState()).isEqualTo("UTO");
        assertThat(mrz.hasBirthDate(LocalDate.of(1974, 8, 12))).isTrue();
        assertThat(mrz.hasBirthDate(LocalDate.of(1974, 8, 13))).isFalse();
        assertThat(mrz.hasExpiry(LocalDate.of(2012, 4, 15))).isTrue();
        assertThat(mrz.holder()).isEqualTo("ERIKSSON ANNA MARIA");
    }

    @Test
    void readsBothSizesOfIdentityCard() {
        assertThat(Mrz.parse(TD2).documentNumber()).isEqualTo("D23145890");
        assertThat(Mrz.parse(TD1).documentNumber()).isEqualTo("D23145890");
        assertThat(Mrz.parse(TD1).holder()).isEqualTo("ERIKSSON ANNA MARIA");
    }

    @Test
    void readsANumberThatGoesOnInTheOptionalPart() {
        assertThat(Mrz.parse(LONG_NUMBER).documentNumber()).isEqualTo("D23145890734");
    }

    @Test
    void comparesNumbersWithoutBlanksAndDashes() {
        assertThat(Mrz.parse(TD3).hasNumber("l898 902-c3")).isTrue();
        assertThat(Mrz.parse(TD3).hasNumber("L898902C4")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "L898902C36, L898902C37, NUMBER",
        "7408122F, 7408123F, BIRTH_DATE",
        "1204159Z, 1204158Z, EXPIRY",
        "<<<<<10, <<<<<20, OPTIONAL",
        "<<<<<10, <<<<<11, COMPOSITE"
    })
    void findsEachWrongCheckDigit(String right, String wrong, Mrz.Fault fault) {
        assertThat(Mrz.faults(TD3.replace(right, wrong))).contains(fault);
    }

    @Test
    void refusesWhatIsNoZone() {
        assertThat(Mrz.faults("P<UTO")).containsExactly(Mrz.Fault.SHAPE);
        assertThat(Mrz.faults(TD3.toLowerCase(java.util.Locale.ROOT))).containsExactly(Mrz.Fault.SHAPE);
    }

    @Test
    void tellsNothingOfThePersonWhenItRefusesOrPrints() {
        assertThatThrownBy(() -> Mrz.parse(TD3.replace("C36", "C37")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("ERIKSSON", "L898902C3");
        assertThat(Mrz.parse(TD3)).hasToString("Mrz[2 lines]");
    }
}
