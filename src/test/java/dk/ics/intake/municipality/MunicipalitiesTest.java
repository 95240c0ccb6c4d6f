package dk.ics.intake.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalitiesTest {

    private final Municipalities municipalities = new Municipalities();

    @Test
    void there_are_98_of_which_copenhagen_and_37_partners_are_served() {
        assertThat(municipalities.all()).hasSize(98).doesNotHaveDuplicates().isSorted();
        assertThat(municipalities.served()).hasSize(38).contains(Municipalities.HOST);
        assertThat(municipalities.all().stream().filter(municipalities::isPartner))
                .hasSize(37);
    }

    @ParameterizedTest
    @CsvSource({
        "0101, København, true, false",
        "0147, Frederiksberg, true, true",
        "0169, Høje-Taastrup, true, true",
        "0265, Roskilde, true, true",
        "0151, Ballerup, false, false",
        "0461, Odense, false, false",
        "0000, Ukendt kommune, false, false"
    })
    void each_has_its_name_and_its_part(String code, String name, boolean served, boolean partner) {
        MunicipalityCode municipality = new MunicipalityCode(code);

        assertThat(municipality.name()).isEqualTo(name);
        assertThat(municipalities.isServed(municipality)).isEqualTo(served);
        assertThat(municipalities.isPartner(municipality)).isEqualTo(partner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "101", "00101", "0102", "9999", "abcd", " 0101", "0101 ", "٠١٠١"})
    void what_is_no_municipality_is_refused(String code) {
        assertThat(MunicipalityCode.isValid(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new MunicipalityCode(code));
    }

    @Test
    void only_0000_is_unknown() {
        assertThat(MunicipalityCode.UNKNOWN.isKnown()).isFalse();
        assertThat(Municipalities.HOST.isKnown()).isTrue();
        assertThat(municipalities.all()).doesNotContain(MunicipalityCode.UNKNOWN);
    }
}
