package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.Documents;
import dk.ics.intake.letter.Pdf;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdentityControlProcessTest extends ProcessTest {

    @Autowired
    Documents documents;

    @Test
    @Reaches("identityApproved")
    void an_identity_without_doubt_is_approved_at_the_desk() {
        CaseUnderTest theCase = begin("identityControl", Map.of());

        theCase.work("controlIdentity");

        theCase.isOver();
        assertThat(theCase.file("controlResult")).isEqualTo("approved");
        assertThat(theCase.file("controlledBy")).isEqualTo("idkontrol");
        assertThat(theCase.journal()).contains("controlIdentity: approved");
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void a_specialist_can_settle_a_doubt() {
        CaseUnderTest theCase = inDoubt();

        theCase.work("examineDoubt");

        theCase.isOver();
        assertThat(theCase.file("examinationResult")).isEqualTo("approved");
        assertThat(theCase.journal()).contains("controlIdentity: doubt", "examineDoubt: approved");
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void a_citizen_can_convince_in_the_hearing() {
        CaseUnderTest theCase = heard();

        theCase.work("decideRefusal");

        theCase.isOver();
        assertThat(theCase.file("identityDecision")).isEqualTo("approved");
    }

    @Test
    @Reaches("identityRefused")
    void an_identity_is_refused_only_after_a_hearing() {
        CaseUnderTest theCase = heard();

        theCase.work("decideRefusal", Map.of("refusalOutcome", "refused"));

        theCase.isOver();
        assertThat(theCase.file("identityDecision")).isEqualTo("refused");
        assertThat(theCase.file("complaintGuidance")).isEqualTo("given");
        assertThat(theCase.journal())
                .containsSubsequence(
                        "controlIdentity: doubt",
                        "examineDoubt: refusalConsidered",
                        "hearParty",
                        "decideRefusal: refused",
                        "sendIdentityRefusal: SENT");
        assertThat(Pdf.letters(documents, theCase.reference()))
                .singleElement()
                .asString()
                .contains(
                        "Your identity could not be approved",
                        theCase.file("refusalReason").toString());
    }

    private CaseUnderTest inDoubt() {
        CaseUnderTest theCase =
                begin("identityControl", Map.of()).work("controlIdentity", Map.of("identityOutcome", "doubt"));
        assertThat(theCase.openTasks()).containsExactly("examineDoubt");
        return theCase;
    }

    private CaseUnderTest heard() {
        CaseUnderTest theCase = inDoubt().work("examineDoubt", Map.of("doubtOutcome", "refusalConsidered"));
        assertThat(theCase.openTasks()).containsExactly("hearParty");
        return theCase.work("hearParty");
    }
}
