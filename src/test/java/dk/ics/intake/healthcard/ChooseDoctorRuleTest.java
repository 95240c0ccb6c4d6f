package dk.ics.intake.healthcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChooseDoctorRuleTest {

    private static final List<Map<String, Object>> LIST = List.of(
            Map.of("number", "012345", "name", "Lægehuset", "address", "Vej 1, 1602 København V", "distance", 1.2));

    @Test
    void groupOneChoosesFromTheList() {
        List<OfferedDoctor> offered = OfferedDoctor.of(LIST);
        assertThat(ChooseDoctorRule.problems(Map.of("insuranceGroup", "groupOne", "doctorNumber", "012345"), offered))
                .isEmpty();
        assertThat(ChooseDoctorRule.problems(Map.of("insuranceGroup", "groupOne", "doctorNumber", "999999"), offered))
                .isNotEmpty();
        assertThat(ChooseDoctorRule.problems(Map.of("insuranceGroup", "groupOne"), offered))
                .isNotEmpty();
    }

    @Test
    void groupTwoNeedsNoDoctor() {
        assertThat(ChooseDoctorRule.problems(Map.of("insuranceGroup", "groupTwo"), List.of()))
                .isEmpty();
    }

    @Test
    void showsPracticeAddressAndDistance() {
        assertThat(OfferedDoctor.options(LIST))
                .containsExactly(Map.of("value", "012345", "label", "Lægehuset, Vej 1, 1602 København V (1,2 km)"));
    }

    @Test
    void theInsuranceCountryIsAskedFromTheEighteenthBirthdayOn() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        assertThat(InsuranceCountry.isAsked(LocalDate.of(2008, 3, 2), today)).isTrue();
        assertThat(InsuranceCountry.isAsked(LocalDate.of(2008, 3, 3), today)).isFalse();
        assertThat(InsuranceCountry.isAsked(null, today)).isTrue();
    }

    @Test
    void denmarkStandsFirstAmongTheInsuranceCountries() {
        assertThat(InsuranceCountries.options())
                .hasSize(32)
                .first()
                .isEqualTo(Map.of("value", "DNK", "label", "Danmark"));
    }
}
