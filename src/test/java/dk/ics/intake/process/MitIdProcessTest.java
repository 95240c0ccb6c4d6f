package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.simulator.Behaviour;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MitIdProcessTest extends ProcessTest {

    @Test
    @Reaches("mitIdCreated")
    void a_verified_citizen_gets_a_mit_id() {
        CaseUnderTest theCase = registered();

        theCase.work("verifyForMitId");

        theCase.isOver();
        assertThat(theCase.file("mitIdNumber")).isNotEqualTo("");
        assertThat(theCase.journal()).contains("verifyForMitId: create", "createMitId: created");
    }

    @Test
    @Reaches("mitIdCreated")
    void what_mit_id_rejects_is_verified_again() {
        CaseUnderTest theCase = registered();
        next("mitid/identities", Behaviour.refuse("PROOF_INCOMPLETE"));

        theCase.work("verifyForMitId");

        assertThat(theCase.openTasks()).containsExactly("verifyForMitId");
        assertThat(theCase.shown("verifyForMitId").toString()).contains("PROOF_INCOMPLETE");
        assertThat(theCase.file("mitIdNumber")).isEqualTo("");
        theCase.work("verifyForMitId");
        theCase.isOver();
        assertThat(theCase.file("mitIdNumber")).isNotEqualTo("");
        assertThat(theCase.file("mitIdRejection")).isEqualTo("");
    }

    @Test
    @Reaches("mitIdPostponed")
    void a_citizen_may_come_again_for_mit_id() {
        decidedWithoutMitId("postpone");
    }

    @Test
    @Reaches("mitIdRefused")
    void a_citizen_who_cannot_use_mit_id_is_refused() {
        decidedWithoutMitId("refuse");
    }

    private void decidedWithoutMitId(String outcome) {
        long before = books.arrivals("mitid").size();
        CaseUnderTest theCase = registered();

        theCase.work("verifyForMitId", Map.of("mitIdOutcome", outcome));

        theCase.isOver();
        assertThat(theCase.file("mitIdDecision")).isEqualTo(outcome);
        assertThat(theCase.file("mitIdNumber")).isEqualTo("");
        assertThat(theCase.journal()).contains("verifyForMitId: " + outcome);
        assertThat(books.arrivals("mitid")).as("calls to MitID").hasSize((int) before);
    }

    private CaseUnderTest registered() {
        CaseUnderTest theCase = begin("mitId", Map.of());
        giveNumber(theCase);
        return theCase;
    }
}
