package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.simulator.Behaviour;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EuResidenceProcessTest extends ProcessTest {

    @Test
    @Reaches("residenceGranted")
    void siris_document_is_recorded_when_its_decision_comes() {
        CaseUnderTest theCase = begin("euResidence", Map.of()).until("recordResidenceDocument");

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
        CaseUnderTest theCase = begin("euResidence", Map.of()).until("recordResidenceDocument");

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

    private CaseUnderTest overdue() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = begin("euResidence", Map.of()).run();
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
