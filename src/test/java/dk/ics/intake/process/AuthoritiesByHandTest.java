package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * An office on its first day, with no agreement with any authority: {@code manual} six times. Another configuration is
 * another start of the application; the other process tests are those of {@code connected}.
 */
@TestPropertySource(
        properties = {
            "ics.authorities.cpr.mode=manual",
            "ics.authorities.siri.mode=manual",
            "ics.authorities.health-insurance.mode=manual",
            "ics.authorities.mitid.mode=manual",
            "ics.authorities.skattestyrelsen.mode=manual",
            "ics.authorities.nidc.mode=manual"
        })
class AuthoritiesByHandTest extends ProcessTest {

    private static final List<String> AUTHORITIES =
            List.of("cpr", "siri", "healthInsurance", "mitid", "skattestyrelsen", "nidc");

    @Test
    @Reaches({"caseClosed", "attendanceCompleted"})
    void a_whole_case_is_worked_without_a_call_to_anybody() {
        long before = calls();
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");

        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.work(
                "recordResidenceDocument",
                Map.of("residenceDocumentNumber", "R77777777", "residenceIssuedOn", "2026-03-02"));
        theCase.work("controlIdentity", "searchNumberManually", "decideRegistration", "recordCprNumber");
        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication", "recordHealthCard", "verifyForMitId");
        theCase.work("recordHealthCard", "verifyForMitId", "recordMitId", "checkTaxApplication", "forwardTaxManually");

        assertThat(theCase.hasPassed("caseClosed")).isTrue();
        assertThat(caseFile.get(theCase.reference()).outcome()).isEqualTo("completed");
        assertThat(theCase.journal())
                .contains(
                        "recordResidenceDocument: granted",
                        "recordCprNumber",
                        "recordHealthCard: ordered",
                        "recordMitId: created",
                        "forwardTaxManually: receipted");
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    @Reaches({"deliveryOverdue", "cardDelivered"})
    void nobody_says_that_the_card_has_come_so_somebody_asks() {
        CaseUnderTest theCase = begin("healthCard", Map.of());
        giveNumber(theCase);
        theCase.run().work("recordHealthCard");
        assertThat(theCase.isAt("awaitDelivery")).isTrue();

        theCase.fireTimer("deliveryOverdue").work("followUpHealthCard");

        theCase.isOver();
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void a_document_is_sent_to_nidc_by_hand_and_its_answer_is_recorded() {
        CaseUnderTest theCase =
                begin("identityControl", Map.of()).work("controlIdentity", Map.of("identityOutcome", "doubt"));
        theCase.work("examineDoubt", Map.of("doubtOutcome", "askNidc"));
        assertThat(theCase.shown("sendToNidc").toString()).doesNotContain("tryAgain", "\"received\"", "svarede ikke");

        theCase.work("sendToNidc").work("recordNidcAnswer");

        assertThat(theCase.file("nidcSentHow")).isEqualTo("registeredPost");
        assertThat(theCase.file("nidcForwardedAt")).isNotEqualTo("");
        assertThat(theCase.file("nidcRecordedBy")).isEqualTo("specialist");
        assertThat(theCase.file("nidcDocumentReturned")).isEqualTo("returned");
        theCase.work("examineDoubt").isOver();
    }

    @Test
    void there_is_nothing_to_try_again_where_nobody_is_connected() {
        CaseUnderTest theCase = begin("mitId", Map.of());
        giveNumber(theCase);

        theCase.work("verifyForMitId");

        assertThat(theCase.shown("recordMitId").toString()).doesNotContain("tryAgain", "svarede ikke");
    }

    private long calls() {
        return AUTHORITIES.stream()
                .mapToLong(authority -> books.arrivals(authority).size())
                .sum();
    }
}
