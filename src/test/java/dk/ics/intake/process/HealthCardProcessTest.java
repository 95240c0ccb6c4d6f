package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.simulator.Behaviour;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HealthCardProcessTest extends ProcessTest {

    @Autowired
    Documents documents;

    @Autowired
    Deadlines deadlines;

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

    @Test
    @Reaches({"groupAnswerOverdue", "healthCardOrdered"})
    void who_does_not_answer_is_in_group_one_and_gets_a_doctor() {
        CaseUnderTest theCase = registered().run();
        assertThat(theCase.timer("groupAnswerOverdue").getDuedate()).isEqualTo(endOf(16));

        theCase.fireTimer("groupAnswerOverdue");
        assertThat(theCase.openTasks()).containsExactly("assignDoctor");
        theCase.work("assignDoctor");

        theCase.isOver();
        assertThat(theCase.file("insuranceGroup")).isEqualTo("groupOne");
        assertThat(theCase.file("doctorName")).isEqualTo("Lægerne ved Torvet");
        assertThat(theCase.file("healthCardOrderNumber")).isNotEqualTo("");
    }

    @Test
    void a_certificate_is_issued_until_the_card_comes_to_who_wants_it() {
        CaseUnderTest theCase = registered().run().work("chooseDoctor");
        assertThat(documents.types(theCase.reference())).contains("temporaryCertificate");
        assertThat(theCase.journal()).contains("issueTemporaryCertificate: issued");
        assertThat(documents.list(theCase.reference()))
                .filteredOn(document -> document.typeCode().equals("temporaryCertificate"))
                .singleElement()
                .extracting(document -> documents
                        .file(theCase.reference(), document.id())
                        .orElseThrow()
                        .content())
                .extracting(content -> new Pdf(content).text())
                .asString()
                .contains("Bożena Elżbieta", "770591-1000", "Erstatningspersonnummer", "Frederiksberg")
                .doesNotContain("Falkoner");

        CaseUnderTest another = registered().run().work("chooseDoctor", Map.of("temporaryCertificate", "declined"));
        assertThat(documents.types(another.reference())).isEmpty();
    }

    @Test
    @Reaches("healthCardOrdered")
    void a_caseworker_orders_when_the_health_insurance_stays_away() {
        CaseUnderTest theCase = registered().run();
        staysAway("healthInsurance/health-cards", theCase, () -> theCase.work("chooseDoctor"));
        assertThat(theCase.openTasks()).containsExactly("recordHealthCard");
        long sent = books.arrivals("healthInsurance").size();

        theCase.work("recordHealthCard");

        assertThat(theCase.hasPassed("healthCardOrdered")).isTrue();
        assertThat(theCase.journal()).contains("recordHealthCard: ordered");
        assertThat(books.arrivals("healthInsurance")).as("never sent twice").hasSize((int) sent);
    }

    @Test
    @Reaches("healthCardNotOrdered")
    void a_caseworker_looks_for_a_doctor_when_the_list_stays_away() {
        CaseUnderTest theCase = registered();
        staysAway("healthInsurance/doctors", theCase, theCase::run);
        assertThat(theCase.openTasks()).containsExactly("recordHealthCard");
        assertThat(theCase.shown("recordHealthCard").toString()).contains("Der er ikke sendt noget");

        theCase.work("recordHealthCard", Map.of("healthCardByHand", "postponed"));

        theCase.isOver();
        assertThat(theCase.file("healthCardOrderedAt")).isEqualTo("");
    }

    @Test
    void a_caseworker_may_ask_the_list_again() {
        CaseUnderTest theCase = registered();
        staysAway("healthInsurance/doctors", theCase, theCase::run);

        theCase.work("recordHealthCard", Map.of("healthCardByHand", "tryAgain"));

        assertThat(theCase.openTasks()).containsExactly("chooseDoctor");
    }

    @Test
    @Reaches("cardDelivered")
    void a_delivered_card_ends_the_watch() {
        CaseUnderTest theCase = registered().run().work("chooseDoctor").untilEnd("cardDelivered");

        theCase.isOver();
        assertThat(theCase.file("cardDeliveredOn")).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(deadlines.of(theCase.reference()))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.metAt()).isNotNull());
    }

    @Test
    @Reaches({"deliveryOverdue", "cardDelivered"})
    void a_card_that_does_not_come_is_looked_after_and_may_still_come() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpHealthCard", Map.of("cardFollowUp", "waitLonger"));
        assertThat(theCase.isAt("awaitDelivery")).isTrue();
        postman.releaseHeld();

        theCase.untilEnd("cardDelivered").isOver();
        assertThat(theCase.journal()).contains("followUpHealthCard: waitLonger", "awaitDelivery: delivered");
    }

    @Test
    @Reaches("cardReported")
    void a_card_that_is_lost_is_reported() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpHealthCard", Map.of("cardFollowUp", "reported"));

        theCase.isOver();
        assertThat(theCase.file("cardDeliveredOn")).isEqualTo("");
    }

    @Test
    @Reaches("cardDelivered")
    void a_card_that_comes_back_by_post_is_looked_after_at_once() {
        next("healthInsurance/health-cards", Behaviour.of(Behaviour.Kind.REJECT));
        CaseUnderTest theCase = registered().run().work("chooseDoctor").until("followUpHealthCard");

        theCase.work("followUpHealthCard");

        theCase.isOver();
        assertThat(theCase.journal()).contains("awaitDelivery: returned", "followUpHealthCard: delivered");
    }

    private CaseUnderTest overdue() {
        next("healthInsurance/health-cards", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = registered().run().work("chooseDoctor");
        assertThat(theCase.hasPassed("healthCardOrdered")).isTrue();
        assertThat(theCase.timer("deliveryOverdue").getDuedate()).isEqualTo(endOf(16));

        theCase.fireTimer("deliveryOverdue");

        assertThat(theCase.openTasks()).containsExactly("followUpHealthCard");
        return theCase;
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
