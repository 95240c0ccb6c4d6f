package dk.ics.intake.healthcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Books;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class HealthCardsTest {

    @Autowired
    HealthCards healthCards;

    @Autowired
    OpenDoctors doctors;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Behaviours behaviours;

    @Autowired
    Books books;

    private CaseReference reference;

    @BeforeEach
    void openCase() {
        reference = TestCases.euWorker(caseFile);
    }

    @AfterEach
    void allGoesWell() {
        behaviours.clear();
    }

    @Test
    void open_doctors_within_the_distance_are_offered_and_closed_or_far_ones_are_not() {
        assertThat(doctors.find(reference, true)).isEqualTo(OpenDoctors.Search.FOUND);
        assertThat(OfferedDoctor.of(
                        caseFile.read(reference, List.of("offeredDoctors")).get("offeredDoctors")))
                .extracting(OfferedDoctor::number, OfferedDoctor::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("014701", "Lægerne ved Torvet"),
                        org.assertj.core.groups.Tuple.tuple("014702", "Lægehuset Parken"));
    }

    @Test
    void outside_the_capital_the_distance_is_longer() {
        caseFile.place(reference, new MunicipalityCode("0370"), Act.bySystem("test"));
        assertThat(doctors.find(reference, true)).isEqualTo(OpenDoctors.Search.FOUND);
        assertThat(OfferedDoctor.options(
                        caseFile.read(reference, List.of("offeredDoctors")).get("offeredDoctors")))
                .extracting(option -> option.get("label"))
                .containsExactly(
                        "Lægerne ved Torvet, Torvet 1 (0,8 km)",
                        "Lægehuset Parken, Parkvej 12 (3,1 km)",
                        "Lægerne på Landet, Skovvej 40 (12,4 km)");
    }

    @Test
    void no_open_doctor_is_an_outcome() {
        behaviours.next("healthInsurance", "doctors", Behaviour.of(Behaviour.Kind.NO_OPEN_DOCTOR));
        assertThat(doctors.find(reference, true)).isEqualTo(OpenDoctors.Search.NONE);
        assertThat(caseFile.read(reference, List.of("offeredDoctors")).get("offeredDoctors"))
                .isEqualTo(List.of());
    }

    @Test
    void a_card_is_ordered_once_even_if_the_answer_is_lost() {
        choose("014701");
        behaviours.next("healthInsurance", "health-cards", Behaviour.of(Behaviour.Kind.DROP_AFTER_ACTING));

        assertThatThrownBy(() -> healthCards.order(reference, "instance", true))
                .isInstanceOf(AuthorityUnavailable.class);
        assertThat(healthCards.order(reference, "instance", true)).isEqualTo("ordered");
        assertThat(healthCards.order(reference, "instance", true)).isEqualTo("ordered");

        assertThat(caseFile.read(reference, List.of("healthCardOrderNumber")).get("healthCardOrderNumber"))
                .isEqualTo(books.issued("healthCard", reference + "/orderHealthCard/1")
                        .orElseThrow());
        assertThat(books.issued("healthCard", reference + "/orderHealthCard/2")).isEmpty();
    }

    @Test
    void a_doctor_who_has_closed_meanwhile_is_given_up_and_another_can_be_chosen() {
        choose("014703");
        assertThat(healthCards.order(reference, "instance", true)).isEqualTo("doctorClosed");
        assertThat(caseFile.read(reference, List.of("doctorNumber"))).isEmpty();

        choose("014702");
        assertThat(healthCards.order(reference, "instance", true)).isEqualTo("ordered");
        assertThat(books.issued("healthCard", reference + "/orderHealthCard/2")).isPresent();
    }

    @Test
    void without_a_personal_number_nothing_is_ordered() {
        assertThatThrownBy(() -> healthCards.order(reference, "instance", true))
                .hasMessage("No health card without a personal number: " + reference);
        assertThat(books.arrivals("healthInsurance"))
                .noneMatch(arrival -> String.valueOf(arrival.idempotencyKey()).startsWith(reference.value()));
    }

    private void choose(String doctor) {
        doctors.find(reference, true);
        TestCases.decideRegistration(caseFile, reference);
        caseFile.write(
                reference,
                Map.of(
                        "cprNumber", "7705910002",
                        "insuranceGroup", "groupOne",
                        "insuranceCountry", "DNK",
                        "doctorNumber", doctor),
                Act.bySystem("test"));
    }
}
