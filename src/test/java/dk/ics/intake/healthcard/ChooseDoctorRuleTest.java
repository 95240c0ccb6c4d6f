package dk.ics.intake.healthcard;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        assertThat(InsuranceCountry.isAsked(Map.of("birthDate", LocalDate.of(2008, 3, 2)), today))
                .isTrue();
        assertThat(InsuranceCountry.isAsked(Map.of("birthDate", LocalDate.of(2008, 3, 3)), today))
                .isFalse();
        assertThat(InsuranceCountry.isAsked(Map.of(), today)).isTrue();
    }

    @Test
    void theInsuranceCountryIsAskedOfCitizensOfTheUnionAndOfThoseWhoComeFromIt() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        assertThat(InsuranceCountry.isAsked(Map.of("citizenship", "BRA", "previousCountry", "BRA"), today))
                .isFalse();
        assertThat(InsuranceCountry.isAsked(Map.of("citizenship", "BRA", "previousCountry", "DEU"), today))
                .isTrue();
        assertThat(InsuranceCountry.isAsked(Map.of("citizenship", "POL", "previousCountry", "BRA"), today))
                .isTrue();
        assertThat(InsuranceCountry.isAsked(Map.of("citizenship", "BRA"), today))
                .as("nobody knows where from")
                .isTrue();
    }

    @Test
    void aCardIsLookedAfterWhenThePostShouldHaveComeAndOnTheLastDayForAClaim() {
        DeliveryTimes times = new DeliveryTimes(14, 60, 5);
        LocalDate ordered = LocalDate.of(2026, 3, 2);
        assertThat(times.next(ordered, on(ordered))).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(times.next(ordered, on(LocalDate.of(2026, 3, 16)))).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(times.next(ordered, on(LocalDate.of(2026, 5, 1)))).isEqualTo(LocalDate.of(2026, 5, 8));
    }

    @Test
    void afterTheLastDayForAClaimNobodyWaitsAnyLonger() {
        LocalDate today = LocalDate.of(2026, 5, 4);
        assertThat(FollowUpHealthCardRule.problems(Map.of("cardFollowUp", "waitLonger"), true, today))
                .isEmpty();
        assertThat(FollowUpHealthCardRule.problems(Map.of("cardFollowUp", "waitLonger"), false, today))
                .hasSize(1);
        assertThat(FollowUpHealthCardRule.problems(
                        Map.of("cardFollowUp", "delivered", "cardDeliveredOn", today.plusDays(1)), false, today))
                .hasSize(1);
    }

    private static DanishCalendar on(LocalDate day) {
        return new DanishCalendar(
                Clock.fixed(day.atTime(10, 0).atZone(DanishCalendar.COPENHAGEN).toInstant(), DanishCalendar.COPENHAGEN),
                Set.of());
    }

    @Test
    void denmarkStandsFirstAmongTheInsuranceCountries() {
        assertThat(InsuranceCountries.options())
                .hasSize(32)
                .first()
                .isEqualTo(Map.of("value", "DNK", "label", "Danmark"));
    }
}
