package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.simulator.Behaviour;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthCardProcessTest extends ProcessTest {

    private static final Behaviour NO_OPEN_DOCTOR = Behaviour.of(Behaviour.Kind.NO_OPEN_DOCTOR);

    @Test
    @Reaches("healthCardOrdered")
    void a_citizen_chooses_a_doctor_and_gets_a_card() {
        CaseUnderTest theCase = registered().run();

        theCase.work("chooseDoctor");

        theCase.isOver();
        assertThat(theCase.file("healthCardOrderNumber")).isNotEqualTo("");
        assertThat(theCase.file("doctorName")).isNotEqualTo("");
        assertThat(theCase.journal()).contains("findOpenDoctors", "chooseDoctor", "orderHealthCard: ordered");
    }

    @Test
    @Reaches("healthCardOrdered")
    void a_doctor_who_has_closed_meanwhile_is_chosen_anew() {
        CaseUnderTest theCase = registered().run();
        next("healthInsurance/health-cards", Behaviour.refuse("DOCTOR_CLOSED"));

        theCase.work("chooseDoctor");

        assertThat(theCase.openTasks()).containsExactly("chooseDoctor");
        assertThat(theCase.file("doctorNumber")).isEqualTo("");
        theCase.work("chooseDoctor");
        theCase.isOver();
        assertThat(theCase.file("healthCardOrderNumber")).isNotEqualTo("");
    }

    @Test
    @Reaches("healthCardPostponed")
    void a_citizen_may_choose_later_when_no_doctor_is_open() {
        CaseUnderTest theCase = withoutDoctor();

        theCase.work("handleNoDoctor", Map.of("noDoctorOutcome", "chooseLater"));

        theCase.isOver();
        assertThat(theCase.file("healthCardOrderNumber")).isEqualTo("");
        assertThat(theCase.journal()).contains("handleNoDoctor: chooseLater");
    }

    @Test
    @Reaches("healthCardOrdered")
    void in_group_two_no_doctor_is_needed() {
        CaseUnderTest theCase = withoutDoctor();

        theCase.work("handleNoDoctor", Map.of("noDoctorOutcome", "groupTwo"));

        theCase.isOver();
        assertThat(theCase.file("insuranceGroup")).isEqualTo("groupTwo");
        assertThat(theCase.file("doctorNumber")).isEqualTo("");
        assertThat(theCase.file("healthCardOrderNumber")).isNotEqualTo("");
    }

    @Test
    @Reaches("healthCardOrdered")
    void a_new_search_finds_a_doctor_who_has_opened() {
        CaseUnderTest theCase = withoutDoctor();

        theCase.work("handleNoDoctor", Map.of("noDoctorOutcome", "searchAgain"));
        assertThat(theCase.openTasks()).containsExactly("chooseDoctor");
        theCase.work("chooseDoctor");

        theCase.isOver();
    }

    private CaseUnderTest registered() {
        CaseUnderTest theCase = begin("healthCard", Map.of());
        giveNumber(theCase);
        return theCase;
    }

    private CaseUnderTest withoutDoctor() {
        next("healthInsurance/doctors", NO_OPEN_DOCTOR);
        CaseUnderTest theCase = registered().run();
        assertThat(theCase.openTasks()).containsExactly("handleNoDoctor");
        return theCase;
    }
}
