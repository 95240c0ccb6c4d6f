package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.JournalEntry;
import dk.ics.intake.simulator.Behaviour;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EuResidenceProcessTest extends ProcessTest {

    @Autowired
    Deadlines deadlines;

    @Test
    @Reaches("residenceGranted")
    void siris_document_is_recorded_when_its_decision_comes() {
        CaseUnderTest theCase = attended().until("recordResidenceDocument");

        theCase.work("recordResidenceDocument");

        theCase.isOver();
        assertThat(theCase.file("residenceDecision")).isEqualTo("granted");
        assertThat(theCase.file("residenceDocumentNumber")).asString().startsWith("R");
        assertThat(theCase.journal())
                .containsSubsequence("handOverToSiri", "handOverToSiri: granted", "recordResidenceDocument: granted");
    }

    @Test
    @Reaches("residenceRefused")
    void siris_refusal_ends_the_wait_for_a_document() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.REJECT));
        CaseUnderTest theCase = attended().until("recordResidenceDocument");

        theCase.work("recordResidenceDocument", Map.of("residenceOutcome", "refused"));

        theCase.isOver();
        assertThat(theCase.file("residenceDecision")).isEqualTo("refused");
        assertThat(theCase.file("residenceDocumentNumber")).isEqualTo("");
        assertThat(theCase.journal()).contains("handOverToSiri: refused", "recordResidenceDocument: refused");
    }

    @Test
    @Reaches({"siriOverdue", "residenceGranted"})
    void a_caseworker_who_hears_that_siri_needs_longer_waits_on() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpSiri", Map.of("siriFollowUp", "waitLonger"));
        assertThat(theCase.isAt("awaitSiriDecision")).isTrue();
        assertThat(theCase.timer("siriOverdue").getDuedate()).isEqualTo(endOf(30));
        postman.releaseHeld();

        theCase.until("recordResidenceDocument").work("recordResidenceDocument");
        theCase.isOver();
        assertThat(handOvers(theCase)).as("handed over once").isEqualTo(1);
    }

    @Test
    @Reaches({"siriOverdue", "residenceGranted"})
    void a_decision_that_came_another_way_is_recorded_from_the_document() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpSiri", Map.of("siriFollowUp", "answered"));
        assertThat(theCase.openTasks()).containsExactly("recordResidenceDocument");
        theCase.work(
                "recordResidenceDocument",
                Map.of("residenceDocumentNumber", "R77777777", "residenceIssuedOn", "2026-03-02"));

        theCase.isOver();
        assertThat(theCase.file("residenceDocumentNumber")).isEqualTo("R77777777");
        assertThat(theCase.journal()).contains("followUpSiri: answered");
    }

    @Test
    @Reaches({"siriOverdue", "residenceGranted"})
    void a_decision_that_comes_while_somebody_asks_is_found_at_once() {
        CaseUnderTest theCase = overdue();
        postman.releaseHeld();
        theCase.until(() -> theCase.journal().contains("handOverToSiri: ACCEPTERET"));
        assertThat(theCase.openTasks()).containsExactly("followUpSiri");

        theCase.work("followUpSiri", Map.of("siriFollowUp", "waitLonger"));

        assertThat(theCase.openTasks()).containsExactly("recordResidenceDocument");
        theCase.work("recordResidenceDocument").isOver();
    }

    @Test
    @Reaches("residenceGranted")
    void who_stays_away_gets_another_appointment_within_the_fourteen_days() {
        CaseUnderTest theCase = begin("euResidence", Map.of()).work("bookSiriAppointment");
        assertThat(deadlines.of(theCase.reference())).singleElement().satisfies(deadline -> {
            assertThat(deadline.due()).isEqualTo(LocalDate.of(2026, 3, 16));
            assertThat(deadline.metAt()).isNull();
        });

        theCase.work("recordSiriAttendance", Map.of("siriAttendance", "noShow"));
        assertThat(theCase.openTasks()).containsExactly("followUpSiriAttendance");
        theCase.work("followUpSiriAttendance", Map.of("siriAttendanceFollowUp", "rebook"));
        theCase.work("bookSiriAppointment", "recordSiriAttendance").until("recordResidenceDocument");

        theCase.work("recordResidenceDocument").isOver();
        assertThat(theCase.journal())
                .contains(
                        "recordSiriAttendance: noShow",
                        "followUpSiriAttendance: rebook",
                        "recordSiriAttendance: attended");
        assertThat(handOvers(theCase)).as("told of each appointment").isEqualTo(2);
        assertThat(deadlines.of(theCase.reference()))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.metAt()).isNotNull());
    }

    @Test
    @Reaches({"siriAttendanceOverdue", "residenceNotSought"})
    void after_fourteen_days_somebody_asks_and_the_document_may_be_given_up() {
        CaseUnderTest theCase = begin("euResidence", Map.of()).work("bookSiriAppointment");
        assertThat(theCase.timer("siriAttendanceOverdue").getDuedate()).isEqualTo(endOf(16));

        theCase.fireTimer("siriAttendanceOverdue");
        assertThat(theCase.openTasks()).containsExactly("followUpSiriAttendance");
        theCase.work("followUpSiriAttendance", Map.of("siriAttendanceFollowUp", "givenUp"));

        theCase.isOver();
        assertThat(theCase.file("residenceDecision")).isEqualTo("");
    }

    @Test
    @Reaches("residenceGranted")
    void who_attended_without_anybody_noting_it_goes_on() {
        CaseUnderTest theCase = begin("euResidence", Map.of()).work("bookSiriAppointment");
        theCase.fireTimer("siriAttendanceOverdue");

        theCase.work("followUpSiriAttendance", Map.of("siriAttendanceFollowUp", "attended"))
                .until("recordResidenceDocument");

        theCase.work("recordResidenceDocument").isOver();
        assertThat(theCase.file("siriAttendedOn")).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    @Reaches("residenceGranted")
    void the_citizen_goes_to_siris_desk_when_siri_stays_away() {
        CaseUnderTest theCase = begin("euResidence", Map.of());
        staysAway("siri/hand-overs", theCase, () -> theCase.work("bookSiriAppointment"));
        assertThat(theCase.openTasks()).containsExactly("recordSiriAttendance");

        theCase.work("recordSiriAttendance");
        assertThat(theCase.openTasks()).containsExactly("recordResidenceDocument");
        theCase.work(
                "recordResidenceDocument",
                Map.of("residenceDocumentNumber", "R77777777", "residenceIssuedOn", "2026-03-02"));

        theCase.isOver();
        assertThat(caseFile.journalOf(theCase.reference()))
                .extracting(JournalEntry::description)
                .contains("Borgeren er henvist til SIRI's skranke");
    }

    private CaseUnderTest attended() {
        return begin("euResidence", Map.of()).work("bookSiriAppointment", "recordSiriAttendance");
    }

    private CaseUnderTest overdue() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = attended();
        assertThat(theCase.isAt("awaitSiriDecision")).isTrue();
        assertThat(theCase.openTasks()).isEmpty();
        assertThat(theCase.timer("siriOverdue").getDuedate()).isEqualTo(endOf(30));

        theCase.fireTimer("siriOverdue");

        assertThat(theCase.openTasks()).containsExactly("followUpSiri");
        assertThat(theCase.isAt("awaitSiriDecision")).isFalse();
        return theCase;
    }

    private long handOvers(CaseUnderTest theCase) {
        return books.arrivals("siri").stream()
                .filter(arrival -> String.valueOf(arrival.idempotencyKey())
                        .contains(theCase.reference().value()))
                .count();
    }
}
