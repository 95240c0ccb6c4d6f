package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.Deadline;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.journey.ScriptedForm;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.simulator.Arrival;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.time.DanishCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdentityControlProcessTest extends ProcessTest {

    private static final Map<String, Object> DOUBT = Map.of("identityOutcome", "doubt");
    private static final Map<String, Object> ASK_NIDC = Map.of("doubtOutcome", "askNidc");
    private static final Map<String, Object> REFUSAL_CONSIDERED = Map.of("doubtOutcome", "refusalConsidered");
    private static final Map<String, Object> REFUSED = Map.of("refusalOutcome", "refused");

    @Autowired
    Documents documents;

    @Autowired
    Deadlines deadlines;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void theTimeGoesBack() {
        testClock.set(TestClock.START);
    }

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
    void nidc_is_asked_and_its_statement_is_read_before_somebody_decides() throws Exception {
        CaseUnderTest theCase = inDoubt();
        documents.add(
                theCase.reference(),
                "passport",
                new DocumentFile("pas.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                "application",
                Act.bySystem("test"));

        theCase.work("examineDoubt", Map.of("doubtOutcome", "askNidc", "nidcQuestion", "Er fotoet skiftet ud?"));
        theCase.until("examineDoubt");

        JsonNode asked = json.readTree(referral(theCase).body());
        assertThat(asked.path("familyName").asText()).isEqualTo(theCase.file("familyName"));
        assertThat(asked.path("givenNames").asText()).isEqualTo(theCase.file("givenNames"));
        assertThat(asked.path("requesterCaseNumber").asText())
                .isEqualTo(theCase.reference().value());
        assertThat(asked.path("identityDocumentType").asText()).isEqualTo("passport");
        assertThat(asked.path("identityDocumentState").asText()).isEqualTo("POL");
        assertThat(asked.path("identityDocumentNumber").asText()).isEqualTo(theCase.file("identityDocumentNumber"));
        assertThat(asked.path("question").asText()).isEqualTo("Er fotoet skiftet ud?");
        assertThat(asked.path("documents").findValuesAsText("type")).containsExactly("passport");
        assertThat(asked.has("birthDate")).as("nothing NIDC does not register").isFalse();
        assertThat(theCase.shown("examineDoubt").toString())
                .contains(
                        "Dokumentet vurderes ægte",
                        theCase.file("nidcReference").toString());
        assertThat(theCase.file("examinationResult")).isEqualTo("askNidc");
        assertThat(theCase.file("nidcRecordedBy")).isEqualTo("system");
        assertThat(caseFile.journalOf(theCase.reference()))
                .anySatisfy(line ->
                        assertThat(line.description()).isEqualTo("Spørgsmål om dokument sendt til NIDC. Bilag: Pas"));

        theCase.work("examineDoubt");

        theCase.isOver();
        assertThat(theCase.file("nidcDocumentReturned")).isEqualTo("returned");
        assertThat(theCase.journal())
                .containsSubsequence(
                        "examineDoubt: askNidc", "referToNidc", "referToNidc: answered", "examineDoubt: approved");
    }

    @Test
    @Reaches("identityRefused")
    void what_nidc_finds_forged_is_not_approved() {
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.FORGED));
        CaseUnderTest theCase = inDoubt().work("examineDoubt", ASK_NIDC).until("examineDoubt");
        assertThat(theCase.shown("examineDoubt")
                        .path("doubtChoices")
                        .path("value")
                        .toString())
                .as("the refusal stands first")
                .containsSubsequence("refusalConsidered", "askNidc", "approved");

        EngineRest.Answer approval = submit(theCase, "examineDoubt", Map.of("doubtOutcome", "approved"));
        assertThat(approval.status()).isEqualTo(400);
        assertThat(approval.text()).contains("NIDC vurderer falsk eller forfalsket");

        theCase.work("examineDoubt", REFUSAL_CONSIDERED).work("hearParty", "recordHearingAnswer");
        theCase.work("decideRefusal", REFUSED).isOver();
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void another_document_than_the_forged_one_can_be_approved() {
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.FORGED));
        CaseUnderTest theCase = inDoubt().work("examineDoubt", ASK_NIDC).until("examineDoubt");

        theCase.work("examineDoubt", Map.of("doubtOutcome", "approved", "identityDocumentNumber", "AB1234567"));

        theCase.isOver();
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void nidc_can_be_asked_again_and_its_former_statement_is_kept() {
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.INCONCLUSIVE));
        CaseUnderTest theCase = inDoubt().work("examineDoubt", ASK_NIDC).until("examineDoubt");
        Object first = theCase.file("nidcReference");
        assertThat(theCase.file("nidcResult")).isEqualTo("inconclusive");

        theCase.work("examineDoubt", Map.of("doubtOutcome", "askNidc", "nidcMaterial", "original"));
        theCase.until("examineDoubt");

        assertThat(theCase.file("nidcResult")).isEqualTo("authentic");
        assertThat(theCase.file("nidcReference")).isNotEqualTo(first);
        assertThat(books.issued("nidcCase", theCase.reference() + "/referToNidc/2"))
                .isPresent();
        assertThat(caseFile.journalOf(theCase.reference()))
                .anySatisfy(
                        line -> assertThat(line.description()).isEqualTo("Tidligere besvarelse gemt og lagt til side"));
        theCase.work("examineDoubt").isOver();
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void what_nidc_declines_comes_back_with_its_reason() {
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.REJECT));
        CaseUnderTest theCase = inDoubt().work("examineDoubt", ASK_NIDC).until("examineDoubt");

        assertThat(theCase.file("nidcResult")).isEqualTo("declined");
        assertThat(theCase.shown("examineDoubt").toString()).contains("kode COPY_ILLEGIBLE");
        theCase.work("examineDoubt").isOver();
    }

    @Test
    @Reaches({"nidcOverdue", "identityApprovedAfterDoubt"})
    void a_specialist_can_wait_longer_for_nidc() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpNidc", Map.of("nidcFollowUp", "waitLonger"));
        assertThat(theCase.isAt("awaitNidcAnswer")).isTrue();
        postman.releaseHeld();

        theCase.until("examineDoubt").work("examineDoubt").isOver();
    }

    @Test
    @Reaches({"nidcOverdue", "identityApprovedAfterDoubt"})
    void an_answer_by_post_is_recorded_when_it_comes() {
        CaseUnderTest theCase = overdue();

        theCase.work("followUpNidc", Map.of("nidcFollowUp", "otherWay"));
        assertThat(theCase.openTasks()).containsExactly("recordNidcAnswer");
        EngineRest.Answer tomorrow = submit(theCase, "recordNidcAnswer", Map.of("nidcAnsweredOn", "2027-01-01"));
        assertThat(tomorrow.status()).isEqualTo(400);
        theCase.work("recordNidcAnswer", Map.of("nidcResult", "inconclusive"));

        assertThat(theCase.file("nidcRecordedBy")).isEqualTo("specialist");
        assertThat(theCase.openTasks()).containsExactly("examineDoubt");
        theCase.work("examineDoubt").isOver();
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void a_specialist_sends_it_when_nidc_stays_away() {
        CaseUnderTest theCase = away();
        assertThat(theCase.shown("sendToNidc").toString()).contains("kan have modtaget kaldet");
        long sent = books.arrivals("nidc").size();

        theCase.work("sendToNidc").work("recordNidcAnswer").work("examineDoubt");

        theCase.isOver();
        assertThat(books.arrivals("nidc")).as("never sent twice").hasSize((int) sent);
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void a_specialist_may_have_it_sent_again_with_the_same_key() {
        CaseUnderTest theCase = away();

        theCase.work("sendToNidc", Map.of("nidcByHand", "tryAgain")).until("examineDoubt");

        assertThat(books.issued("nidcCase", theCase.reference() + "/referToNidc/1"))
                .isPresent();
        theCase.work("examineDoubt").isOver();
    }

    @Test
    @Reaches({"nidcOverdue", "identityApprovedAfterDoubt"})
    void what_nidc_says_it_has_is_waited_for() {
        CaseUnderTest theCase = away();

        theCase.work("sendToNidc", Map.of("nidcByHand", "received"));
        assertThat(theCase.isAt("awaitNidcAnswer")).isTrue();
        theCase.fireTimer("nidcOverdue").work("followUpNidc", Map.of("nidcFollowUp", "otherWay"));
        theCase.work("recordNidcAnswer").work("examineDoubt").isOver();
    }

    @Test
    @Reaches("identityApprovedAfterHearing")
    void a_citizen_can_convince_in_the_hearing() {
        CaseUnderTest theCase = heard().work("recordHearingAnswer");
        assertThat(theCase.openTasks()).containsExactly("decideRefusal");

        theCase.work("decideRefusal");

        theCase.isOver();
        assertThat(theCase.file("identityDecision")).isEqualTo("approved");
        assertThat(theCase.file("hearingAnswer")).isEqualTo("answered");
    }

    @Test
    @Reaches("identityApprovedAfterDoubt")
    void a_new_document_brings_the_doubt_back_to_the_specialist() {
        CaseUnderTest theCase = heard().work("recordHearingAnswer", Map.of("hearingOutcome", "examine"));
        assertThat(theCase.openTasks()).containsExactly("examineDoubt");
        assertThat(theCase.shown("examineDoubt").toString())
                .contains("Borgeren har svaret")
                .doesNotContain("\"secondDocumentGenuine\":{");

        theCase.work("examineDoubt", REFUSAL_CONSIDERED).work("hearParty");
        assertThat(theCase.file("hearingAnswer"))
                .as("an answer to a former hearing is none to this one")
                .isEqualTo("");
        theCase.work("recordHearingAnswer", Map.of("hearingOutcome", "examine")).work("examineDoubt");

        theCase.isOver();
        assertThat(Pdf.letters(documents, theCase.reference())).hasSize(2);
    }

    @Test
    @Reaches({"hearingOver", "identityRefused"})
    void an_identity_is_refused_only_after_a_hearing() {
        CaseUnderTest theCase = heard();
        assertThat(theCase.timer("hearingOver").getDuedate()).isEqualTo(endOf(16));
        assertThat(deadlines.of(theCase.reference()))
                .singleElement()
                .returns("hearing", Deadline::code)
                .returns(LocalDate.of(2026, 3, 16), Deadline::due);

        testClock.advance(Duration.ofDays(15));
        theCase.fireTimer("hearingOver");
        assertThat(theCase.openTasks()).containsExactly("decideRefusal");
        theCase.work("decideRefusal", Map.of("refusalOutcome", "refused", "hearingAnswer", "noAnswer"));

        theCase.isOver();
        assertThat(theCase.file("identityDecision")).isEqualTo("refused");
        assertThat(theCase.file("complaintGuidance")).isEqualTo("given");
        assertThat(deadlines.of(theCase.reference())).isEmpty();
        assertThat(theCase.journal())
                .containsSubsequence(
                        "controlIdentity: doubt",
                        "examineDoubt: refusalConsidered",
                        "hearParty",
                        "sendHearing: SENT",
                        "decideRefusal: refused",
                        "sendIdentityRefusal: SENT");
        List<String> letters = Pdf.letters(documents, theCase.reference());
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0))
                .contains(
                        "Your comments before we decide",
                        "Monday 16 March 2026",
                        theCase.file("hearingGrounds").toString());
        assertThat(letters.get(1))
                .contains(
                        "Your identity could not be approved",
                        "within 4 weeks",
                        theCase.file("refusalReason").toString());
    }

    @Test
    @Reaches("identityRefused")
    void whoever_takes_the_first_answer_everywhere_comes_to_an_end_with_an_expired_document() {
        CaseUnderTest theCase = begin("identityControl", Map.of());
        caseFile.write(
                theCase.reference(), Map.of("identityDocumentExpiry", LocalDate.of(2026, 1, 1)), Act.bySystem("test"));

        theCase.work("controlIdentity", "examineDoubt", "hearParty", "recordHearingAnswer", "decideRefusal");

        theCase.isOver();
    }

    @Test
    void a_last_day_on_which_the_office_is_closed_lasts_until_the_next() {
        // Maundy Thursday; the office opens again on Tuesday, 7 April.
        CaseUnderTest theCase = refusalConsidered().work("hearParty", Map.of("hearingDeadline", "2026-04-02"));

        assertThat(theCase.timer("hearingOver").getDuedate())
                .isEqualTo(Date.from(LocalDateTime.of(2026, 4, 7, 23, 59)
                        .atZone(DanishCalendar.COPENHAGEN)
                        .toInstant()));
    }

    @Test
    void an_answer_that_comes_after_the_time_is_over_counts_until_the_decision() {
        CaseUnderTest theCase = heard().fireTimer("hearingOver");
        EngineRest.Answer tooEarly = submit(theCase, "decideRefusal", Map.of("hearingAnswer", "noAnswer"));
        assertThat(tooEarly.text()).contains("Fristen for borgerens svar er ikke udløbet endnu.");

        theCase.work("decideRefusal", Map.of("hearingAnswer", "answered", "hearingAnswerText", "Her er mit nye pas."));

        theCase.isOver();
        assertThat(theCase.file("hearingAnswerText")).isEqualTo("Her er mit nye pas.");
    }

    private EngineRest.Answer submit(CaseUnderTest theCase, String task, Map<String, String> answers) {
        EngineRest specialist = theCase.take(task);
        String path = "/task/" + theCase.task(task).getId();
        Map<String, Object> variables = new LinkedHashMap<>();
        Map<?, ?> scripted = (Map<?, ?>) Objects.requireNonNull(new ScriptedForm(clock)
                .fill(
                        specialist.get(path + "/deployed-form").body(),
                        specialist.get(path + "/form-variables").body())
                .get("variables"));
        scripted.forEach((key, value) -> variables.put(String.valueOf(key), value));
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return specialist.post(path + "/submit-form", Map.of("variables", variables));
    }

    private Arrival referral(CaseUnderTest theCase) {
        return books.arrivals("nidc").stream()
                .filter(arrival -> arrival.operation().equals("referrals"))
                .filter(arrival -> String.valueOf(arrival.idempotencyKey())
                        .startsWith(theCase.reference().value()))
                .findFirst()
                .orElseThrow();
    }

    private CaseUnderTest inDoubt() {
        CaseUnderTest theCase = begin("identityControl", Map.of()).work("controlIdentity", DOUBT);
        assertThat(theCase.openTasks()).containsExactly("examineDoubt");
        return theCase;
    }

    private CaseUnderTest overdue() {
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = inDoubt().work("examineDoubt", ASK_NIDC);
        assertThat(theCase.isAt("awaitNidcAnswer")).isTrue();
        assertThat(theCase.timer("nidcOverdue").getDuedate()).isEqualTo(endOf(30));
        theCase.fireTimer("nidcOverdue");
        assertThat(theCase.openTasks()).containsExactly("followUpNidc");
        return theCase;
    }

    private CaseUnderTest away() {
        CaseUnderTest theCase = inDoubt();
        staysAway("nidc/referrals", theCase, () -> theCase.work("examineDoubt", ASK_NIDC));
        assertThat(theCase.openTasks()).containsExactly("sendToNidc");
        return theCase;
    }

    private CaseUnderTest refusalConsidered() {
        CaseUnderTest theCase = inDoubt().work("examineDoubt", REFUSAL_CONSIDERED);
        assertThat(theCase.openTasks()).containsExactly("hearParty");
        return theCase;
    }

    private CaseUnderTest heard() {
        CaseUnderTest theCase = refusalConsidered().work("hearParty");
        assertThat(theCase.openTasks()).containsExactly("recordHearingAnswer");
        return theCase;
    }
}
