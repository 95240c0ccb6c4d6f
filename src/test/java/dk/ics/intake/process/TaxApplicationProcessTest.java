package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.simulator.Behaviour;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxApplicationProcessTest extends ProcessTest {

    @Test
    @Reaches("taxForwarded")
    void an_application_is_forwarded_when_its_receipt_says_so() {
        CaseUnderTest theCase = begin("taxApplication", Map.of()).work("checkTaxApplication");
        assertThat(theCase.hasPassed("taxForwarded")).isFalse();

        theCase.untilEnd("taxForwarded");

        theCase.isOver();
        assertThat(theCase.file("taxReceiptNumber")).asString().startsWith("04063-");
        assertThat(theCase.journal())
                .containsSubsequence(
                        "checkTaxApplication: forward", "forwardTaxApplication", "forwardTaxApplication: accepted");
    }

    @Test
    @Reaches("citizenGuided")
    void a_citizen_who_can_do_it_herself_is_guided() {
        long before = books.arrivals("skattestyrelsen").size();
        CaseUnderTest theCase = begin("taxApplication", Map.of());

        theCase.work("checkTaxApplication", Map.of("taxOutcome", "guide"));

        theCase.isOver();
        assertThat(theCase.file("taxGuidance")).isNotEqualTo("");
        assertThat(theCase.journal()).contains("checkTaxApplication: guide");
        assertThat(books.arrivals("skattestyrelsen")).hasSize((int) before);
    }

    @Test
    @Reaches("taxForwarded")
    void a_rejected_application_is_corrected_and_sent_again() {
        CaseUnderTest theCase = rejected();

        theCase.work("handleTaxRejection", Map.of("taxRejectionOutcome", "correct"));
        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
        theCase.work("checkTaxApplication").untilEnd("taxForwarded");

        theCase.isOver();
        assertThat(theCase.file("taxReceiptNumber")).isNotEqualTo("");
        assertThat(theCase.file("taxRejection")).isEqualTo("");
    }

    @Test
    @Reaches("taxRejected")
    void a_rejected_application_can_be_given_up() {
        CaseUnderTest theCase = rejected();

        theCase.work("handleTaxRejection", Map.of("taxRejectionOutcome", "giveUp"));

        theCase.isOver();
        assertThat(theCase.file("taxReceiptNumber")).isEqualTo("");
        assertThat(theCase.journal()).contains("forwardTaxApplication: rejected", "handleTaxRejection: giveUp");
    }

    @Test
    @Reaches({"taxReceiptOverdue", "taxForwarded"})
    void a_caseworker_can_wait_longer_for_a_receipt() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpTaxReceipt", Map.of("taxFollowUp", "waitLonger"));
        assertThat(theCase.isAt("awaitTaxReceipt")).isTrue();
        assertThat(theCase.timer("taxReceiptOverdue").getDuedate()).isEqualTo(endOf(9));
        postman.releaseHeld();

        theCase.untilEnd("taxForwarded").isOver();
        assertThat(theCase.file("taxReceiptNumber")).isNotEqualTo("");
    }

    @Test
    @Reaches({"taxReceiptOverdue", "taxForwarded"})
    void a_receipt_on_the_phone_counts_as_well() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpTaxReceipt", Map.of("taxFollowUp", "answered", "taxAnswer", "accepted"));

        theCase.isOver();
        assertThat(theCase.journal()).contains("followUpTaxReceipt: answered");
    }

    @Test
    @Reaches({"taxReceiptOverdue", "taxRejected"})
    void a_rejection_on_the_phone_is_handled_like_one_in_writing() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpTaxReceipt", Map.of("taxFollowUp", "answered", "taxAnswer", "rejected"));
        assertThat(theCase.openTasks()).containsExactly("handleTaxRejection");
        assertThat(theCase.file("taxRejection")).isNotEqualTo("");
        theCase.work("handleTaxRejection", Map.of("taxRejectionOutcome", "giveUp"));

        theCase.isOver();
    }

    @Test
    @Reaches("taxForwarded")
    void a_caseworker_sends_it_when_skattestyrelsen_stays_away() {
        CaseUnderTest theCase = away();
        assertThat(theCase.shown("forwardTaxManually").toString()).contains("kan have modtaget kaldet");
        long sent = books.arrivals("skattestyrelsen").size();

        theCase.work("forwardTaxManually");

        theCase.isOver();
        assertThat(theCase.file("taxForwardedAt")).isNotEqualTo("");
        assertThat(theCase.journal()).contains("forwardTaxManually: receipted");
        assertThat(caseFile.journalOf(theCase.reference()))
                .anySatisfy(line -> assertThat(line.description())
                        .startsWith("Dokument sendt til Skattestyrelsen: Ansøgning om skattekort"));
        assertThat(books.arrivals("skattestyrelsen")).as("never sent twice").hasSize((int) sent);
    }

    @Test
    @Reaches({"taxReceiptOverdue", "taxForwarded"})
    void what_was_sent_by_hand_is_looked_after_as_well() {
        CaseUnderTest theCase = away();

        theCase.work("forwardTaxManually", Map.of("taxByHand", "sent"));
        assertThat(theCase.isAt("awaitTaxReceipt")).isTrue();
        theCase.fireTimer("taxReceiptOverdue");
        theCase.work("followUpTaxReceipt", Map.of("taxFollowUp", "answered", "taxAnswer", "accepted"));

        theCase.isOver();
    }

    @Test
    @Reaches("taxForwarded")
    void a_caseworker_may_have_it_sent_again_with_the_same_key() {
        CaseUnderTest theCase = away();

        theCase.work("forwardTaxManually", Map.of("taxByHand", "tryAgain")).untilEnd("taxForwarded");

        theCase.isOver();
        assertThat(books.issued("taxCase", theCase.reference() + "/forwardTaxApplication/1"))
                .isPresent();
    }

    @Test
    @Reaches("taxRejected")
    void what_skattestyrelsen_does_not_take_by_hand_is_handled_like_a_rejection() {
        CaseUnderTest theCase = away();

        theCase.work("forwardTaxManually", Map.of("taxByHand", "rejected"));
        assertThat(theCase.openTasks()).containsExactly("handleTaxRejection");
        theCase.work("handleTaxRejection", Map.of("taxRejectionOutcome", "giveUp"));

        theCase.isOver();
    }

    @Test
    void who_is_married_or_from_outside_the_union_encloses_more() {
        CaseUnderTest theCase = begin("taxApplication", Map.of());
        caseFile.write(
                theCase.reference(), Map.of("maritalStatus", "married", "citizenship", "BRA"), Act.bySystem("test"));
        assertThat(theCase.shown("checkTaxApplication").toString())
                .contains("\"taxMarriageAsked\":{", "\"taxPermitAsked\":{");

        theCase.work("checkTaxApplication");

        assertThat(theCase.file("taxMarriageIncluded")).isEqualTo("met");
        assertThat(theCase.file("taxPermitIncluded")).isEqualTo("met");
        theCase.untilEnd("taxForwarded");
    }

    private CaseUnderTest away() {
        CaseUnderTest theCase = begin("taxApplication", Map.of());
        staysAway("skattestyrelsen/applications", theCase, () -> theCase.work("checkTaxApplication"));
        assertThat(theCase.openTasks()).containsExactly("forwardTaxManually");
        return theCase;
    }

    private CaseUnderTest rejected() {
        next("skattestyrelsen/applications", Behaviour.of(Behaviour.Kind.REJECT));
        CaseUnderTest theCase = begin("taxApplication", Map.of()).work("checkTaxApplication");
        theCase.until("handleTaxRejection");
        assertThat(theCase.shown("handleTaxRejection").toString()).contains("Et bilag mangler");
        return theCase;
    }

    private CaseUnderTest overdue() {
        next("skattestyrelsen/applications", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = begin("taxApplication", Map.of()).work("checkTaxApplication");
        assertThat(theCase.isAt("awaitTaxReceipt")).isTrue();
        assertThat(theCase.timer("taxReceiptOverdue").getDuedate()).isEqualTo(endOf(9));

        theCase.fireTimer("taxReceiptOverdue");

        assertThat(theCase.openTasks()).containsExactly("followUpTaxReceipt");
        return theCase;
    }
}
