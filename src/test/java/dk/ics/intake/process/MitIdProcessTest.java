package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.Documents;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.simulator.Behaviour;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MitIdProcessTest extends ProcessTest {

    @Autowired
    Documents documents;

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
        assertThat(theCase.shown("verifyForMitId").toString()).contains("Dokumentationen er ikke fyldestgørende.");
        assertThat(theCase.file("mitIdNumber")).isEqualTo("");
        theCase.work("verifyForMitId");
        theCase.isOver();
        assertThat(theCase.file("mitIdNumber")).isNotEqualTo("");
        assertThat(theCase.file("mitIdRejection")).isEqualTo("");
    }

    @Test
    @Reaches("mitIdCreated")
    void a_citizen_may_come_again_and_is_verified_then() {
        CaseUnderTest theCase = postponed();

        theCase.work("resumeMitId");
        assertThat(theCase.openTasks()).containsExactly("verifyForMitId");
        assertThat(theCase.shown("verifyForMitId").toString()).contains("Manglede sidst");
        theCase.work("verifyForMitId");

        theCase.isOver();
        assertThat(theCase.file("mitIdNumber")).isNotEqualTo("");
    }

    @Test
    @Reaches("mitIdPostponed")
    void who_does_not_want_to_come_again_is_guided() {
        CaseUnderTest theCase = postponed();

        theCase.work("resumeMitId", Map.of("mitIdReturn", "guided"));

        theCase.isOver();
        assertThat(theCase.file("mitIdReturnNote")).isNotEqualTo("");
        assertThat(theCase.journal()).contains("resumeMitId: guided");
    }

    @Test
    @Reaches({"mitIdReturnOverdue", "mitIdPostponed"})
    void who_stays_away_holds_up_no_case_for_ever() {
        CaseUnderTest theCase = postponed();
        assertThat(theCase.timer("mitIdReturnOverdue").getDuedate())
                .as("ten working days after the 12th")
                .isEqualTo(endOf(26));

        theCase.fireTimer("mitIdReturnOverdue");

        theCase.isOver();
        assertThat(theCase.file("mitIdNumber")).isEqualTo("");
    }

    @Test
    @Reaches("mitIdRefused")
    void a_citizen_who_cannot_use_mit_id_is_refused_with_reasons() {
        long before = books.arrivals("mitid").size();
        CaseUnderTest theCase = registered();

        theCase.work("verifyForMitId", Map.of("mitIdOutcome", "refuse"));

        theCase.isOver();
        assertThat(theCase.file("mitIdDecision")).isEqualTo("refuse");
        assertThat(theCase.file("mitIdRefusalReason")).isNotEqualTo("");
        assertThat(theCase.file("mitIdComplaintGuidance")).isEqualTo("given");
        assertThat(theCase.journal()).containsSubsequence("verifyForMitId: refuse", "sendMitIdRefusal: SENT");
        assertThat(Pdf.letters(documents, theCase.reference()))
                .singleElement()
                .asString()
                .contains(
                        "You cannot get MitID",
                        theCase.file("mitIdRefusalReason").toString());
        assertThat(books.arrivals("mitid")).as("calls to MitID").hasSize((int) before);
    }

    @Test
    @Reaches("mitIdCreated")
    void a_caseworker_creates_it_when_mit_id_stays_away() {
        CaseUnderTest theCase = awayFromMitId();
        assertThat(theCase.shown("recordMitId").toString()).contains("kan have modtaget kaldet", "tryAgain");
        long sent = books.arrivals("mitid").size();

        theCase.work("recordMitId");

        theCase.isOver();
        assertThat(theCase.file("mitIdCreatedAt")).isNotEqualTo("");
        assertThat(theCase.journal()).contains("recordMitId: created").doesNotContain("createMitId: created");
        assertThat(books.arrivals("mitid")).as("never sent twice").hasSize((int) sent);
    }

    @Test
    @Reaches("mitIdCreated")
    void a_caseworker_may_try_again_and_the_key_is_the_same() {
        CaseUnderTest theCase = awayFromMitId();

        theCase.work("recordMitId", Map.of("mitIdByHand", "tryAgain"));

        theCase.isOver();
        assertThat(theCase.file("mitIdNumber"))
                .isEqualTo(books.issued("mitId", theCase.reference() + "/createMitId/1")
                        .orElseThrow());
    }

    @Test
    void what_mit_id_rejects_by_hand_is_verified_again() {
        CaseUnderTest theCase = awayFromMitId();

        theCase.work("recordMitId", Map.of("mitIdByHand", "rejected"));

        assertThat(theCase.openTasks()).containsExactly("verifyForMitId");
        assertThat(theCase.file("mitIdRejection")).isNotEqualTo("");
    }

    private CaseUnderTest awayFromMitId() {
        CaseUnderTest theCase = registered();
        staysAway("mitid/identities", theCase, () -> theCase.work("verifyForMitId"));
        assertThat(theCase.openTasks()).containsExactly("recordMitId");
        return theCase;
    }

    private CaseUnderTest postponed() {
        long before = books.arrivals("mitid").size();
        CaseUnderTest theCase = registered();

        theCase.work("verifyForMitId", Map.of("mitIdOutcome", "postpone", "mitIdReturnOn", "2026-03-12"));

        assertThat(theCase.openTasks()).containsExactly("resumeMitId");
        assertThat(theCase.task("resumeMitId").getDueDate()).isEqualTo(endOf(12));
        assertThat(theCase.journal()).contains("verifyForMitId: postpone");
        assertThat(books.arrivals("mitid")).as("calls to MitID").hasSize((int) before);
        return theCase;
    }

    private CaseUnderTest registered() {
        CaseUnderTest theCase = begin("mitId", Map.of());
        giveNumber(theCase);
        return theCase;
    }
}
