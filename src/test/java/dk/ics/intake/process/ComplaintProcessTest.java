package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.Deadline;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.letter.Pdf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class ComplaintProcessTest extends ProcessTest {

    @Autowired
    TestDatabase database;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Documents documents;

    @Test
    @Reaches("complaintUpheld")
    void a_citizen_who_is_right_about_the_registration_is_assessed_anew() {
        CaseUnderTest theCase = refused();
        complain(theCase, "registration");

        theCase.work("reconsiderDecision");

        assertThat(caseFile.get(theCase.reference()))
                .returns("open", CaseFileEntry::status)
                .returns(null, CaseFileEntry::outcome);
        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(theCase.file("registrationDecision")).as("decided anew").isEqualTo("");
        assertThat(former(theCase)).extracting(row -> row.get("field_set")).contains("identity", "registration");
        assertThat(theCase.journal())
                .containsSubsequence(
                        "complaintReceived",
                        "reconsiderDecision: changed",
                        "reopenCase: registration",
                        "confirmChangedDecision: SENT");

        theCase.work("assessApplication", "bookAppointment", "checkIn", "callUp");
        assertThat(theCase.openTasks()).contains("controlIdentity");
        assertThat(theCase.shown("controlIdentity")
                        .path("answerDocumentGenuine")
                        .path("value")
                        .asText())
                .as("nothing is answered for the second control")
                .isEmpty();
        theCase.work("controlIdentity", "decideRegistration");
        assertThat(theCase.file("cprNumber")).isNotEqualTo("");
    }

    @ParameterizedTest
    @CsvSource({"mitId, verifyForMitId, partly", "healthCard, chooseDoctor, partly"})
    void after_the_number_only_the_one_service_is_given_again(String decision, String task, String outcome) {
        CaseUnderTest theCase = closed(outcome);
        complain(theCase, decision);

        theCase.work("reconsiderDecision");

        assertThat(theCase.openTasks()).containsExactly(task);
        theCase.work(task);
        theCase.isClosed("completed");
        assertThat(theCase.file("cprNumber")).isEqualTo("7705911000");
    }

    @Test
    @Reaches("complaintUpheld")
    void what_is_registered_is_corrected_and_not_registered_twice() {
        CaseUnderTest theCase = closed("completed");
        complain(theCase, "registration");

        theCase.work("reconsiderDecision");

        theCase.isClosed("completed");
        assertThat(former(theCase)).isEmpty();
        assertThat(caseFile.journalOf(theCase.reference()))
                .anySatisfy(line -> assertThat(line.description()).contains("Ret det registrerede med »Rettelse«"));
    }

    @Test
    @Reaches("decisionStands")
    void a_decision_that_stands_goes_with_its_documents_to_the_authority() {
        CaseUnderTest theCase = refused();
        complain(theCase, "registration");

        theCase.work("reconsiderDecision", Map.of("complaintOutcome", "upheld"));
        assertThat(theCase.openTasks()).containsExactly("recordComments");
        assertThat(deadlines.of(theCase.reference()))
                .filteredOn(deadline -> deadline.code().equals("complaintComments"))
                .singleElement()
                .extracting(Deadline::due)
                .isEqualTo(LocalDate.of(2026, 3, 30));
        addDamaged(theCase);
        theCase.work("recordComments");
        String dossier = dossier(theCase);
        assertThat(dossier)
                .contains("Digitaliseringsministeriet", "Jeg bor her, og det kan jeg bevise.", "Sagens forløb")
                .contains("Borger: " + theCase.file("givenNames") + " " + theCase.file("familyName"))
                .contains("Afgør indrejse")
                .containsPattern("(?s)Bilag.*Pas.*Papirer, der ikke er samlet her.*Fødselsattest");
        assertThat(theCase.shown("forwardComplaint")
                        .path("complaintSentTo")
                        .path("value")
                        .asText())
                .isEqualTo("Digitaliseringsministeriet");
        theCase.work("forwardComplaint");
        theCase.work("recordComplaintDecision", Map.of("complaintAuthorityDecision", "upheld"));

        theCase.isClosed("partly");
        assertThat(theCase.journal())
                .containsSubsequence(
                        "sendStatement: SENT",
                        "recordComments",
                        "assembleDossier",
                        "forwardComplaint",
                        "confirmForwarding: SENT",
                        "recordComplaintDecision: upheld");
    }

    @Test
    @Reaches({"commentsDue", "complaintUpheld"})
    void who_says_nothing_in_four_weeks_holds_nothing_up_and_may_still_be_right() {
        CaseUnderTest theCase = refused();
        complain(theCase, "registration");
        theCase.work("reconsiderDecision", Map.of("complaintOutcome", "upheld"));
        assertThat(theCase.timer("commentsDue").getDuedate()).isEqualTo(endOf(30));

        theCase.fireTimer("commentsDue");

        assertThat(theCase.openTasks()).containsExactly("forwardComplaint");
        assertThat(deadlines.of(theCase.reference()))
                .noneMatch(deadline -> deadline.code().equals("complaintComments"));
        theCase.work("forwardComplaint", "recordComplaintDecision");
        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(caseFile.get(theCase.reference()).isOpen()).isTrue();
    }

    @Test
    void a_late_complaint_goes_its_way_and_says_that_it_is_late() {
        CaseUnderTest theCase = refused();
        complain(theCase, "registration");

        theCase.work("reconsiderDecision", Map.of("complaintOutcome", "upheld", "complaintDecisionOn", "2026-01-30"));
        assertThat(theCase.file("complaintLate")).isEqualTo(true);
        assertThat(theCase.shown("recordComments").toString()).contains("efter fristen");
    }

    @Test
    void a_case_that_goes_on_is_not_opened_a_second_time() {
        CaseUnderTest theCase = apply();
        complain(theCase, "identityControl");

        EngineRest worker = theCase.take("reconsiderDecision");
        EngineRest.Answer answer = worker.post(
                "/task/" + theCase.task("reconsiderDecision").getId() + "/submit-form",
                Map.of(
                        "variables",
                        Map.of(
                                "complaintDecisionOn", Map.of("value", "2026-03-02"),
                                "complaintOutcome", Map.of("value", "changed"),
                                "complaintReasons", Map.of("value", "Passet er ægte."))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("fields").path("complaintOutcome").asText())
                .startsWith("Sagen er ikke afsluttet.");
    }

    @Test
    @Reaches("complaintUpheld")
    void a_case_that_was_withdrawn_meanwhile_stays_closed() {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        complain(theCase, "identityControl");
        caseFile.close(theCase.reference(), "withdrawn", Act.bySystem("test"));

        theCase.work("reconsiderDecision");

        theCase.isClosed("withdrawn");
        assertThat(caseFile.journalOf(theCase.reference()))
                .anySatisfy(line -> assertThat(line.description()).startsWith("Sagen genåbnes ikke: den er siden"));
    }

    @Test
    void there_must_be_a_decision_to_complain_about() {
        CaseUnderTest withdrawn = open(TestCases.euWorker(caseFile));
        caseFile.close(withdrawn.reference(), "withdrawn", Act.bySystem("test"));
        assertThat(start(withdrawn, "registration", "2026-03-02")
                        .body()
                        .path("fields")
                        .path("caseReference")
                        .asText())
                .contains("intet at klage over");

        CaseUnderTest open = open(TestCases.euWorker(caseFile));
        assertThat(start(open, "closing", "2026-03-02")
                        .body()
                        .path("fields")
                        .path("complaintDecision")
                        .asText())
                .contains("Sagen er åben");
        assertThat(start(open, "registration", "2026-03-03")
                        .body()
                        .path("fields")
                        .path("complaintReceivedOn")
                        .asText())
                .contains("fremtiden");
    }

    @Test
    void a_second_complaint_begins_on_a_clean_sheet_and_the_first_is_kept() {
        CaseUnderTest theCase = refused();
        complain(theCase, "registration");
        theCase.work("reconsiderDecision", Map.of("complaintOutcome", "upheld"))
                .work("recordComments", "forwardComplaint")
                .work("recordComplaintDecision", Map.of("complaintAuthorityDecision", "dismissed"));

        complain(theCase, "identityControl");

        assertThat(theCase.file("complaintOutcome")).isEqualTo("");
        assertThat(former(theCase))
                .singleElement()
                .satisfies(row -> assertThat(String.valueOf(row.get("answers"))).contains("dismissed"));
    }

    /** A case that was closed with its registration refused. */
    private CaseUnderTest refused() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument").work("recordResidenceDocument", "controlIdentity");
        theCase.work("decideRegistration", Map.of("registrationOutcome", "refuse"));
        theCase.work("checkTaxApplication", Map.of("taxOutcome", "guide"));
        theCase.isClosed("partly");
        return theCase;
    }

    /** A case of a registered citizen that is over. */
    private CaseUnderTest closed(String outcome) {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        caseFile.write(
                theCase.reference(), Map.of("identityDocumentExpiry", LocalDate.of(2031, 1, 1)), Act.bySystem("test"));
        giveNumber(theCase);
        caseFile.close(theCase.reference(), outcome, Act.bySystem("test"));
        return theCase;
    }

    private void complain(CaseUnderTest theCase, String decision) {
        EngineRest.Answer answer = start(theCase, decision, "2026-03-02");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        theCase.run();
    }

    private EngineRest.Answer start(CaseUnderTest theCase, String decision, String receivedOn) {
        return begin(
                "sagsbehandler",
                "complaint",
                theCase.reference().value(),
                Map.of(
                        "complaintDecision",
                        decision,
                        "complaintReceivedOn",
                        receivedOn,
                        "complaintChannel",
                        "mail",
                        "complaintText",
                        "Jeg bor her, og det kan jeg bevise."));
    }

    private void addDamaged(CaseUnderTest theCase) {
        documents.add(
                theCase.reference(),
                DocumentType.BIRTH_CERTIFICATE.code(),
                new DocumentFile(
                        "attest.pdf", "application/pdf", "%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII)),
                "application",
                Act.bySystem("test"));
    }

    /** All words of the one dossier. */
    private String dossier(CaseUnderTest theCase) {
        List<Document> dossiers = documents.list(theCase.reference()).stream()
                .filter(document -> document.typeCode().equals("complaintDossier"))
                .toList();
        assertThat(dossiers).singleElement().returns(true, Document::isIssued);
        Pdf pdf = new Pdf(documents
                .file(theCase.reference(), dossiers.get(0).id())
                .orElseThrow()
                .content());
        pdf.draw(Path.of("target/letters"), "dossier");
        assertThat(pdf.pages()).as("with the papers behind it").isGreaterThan(2);
        return pdf.text();
    }

    private List<Map<String, Object>> former(CaseUnderTest theCase) {
        return new JdbcTemplate(database.as("app"))
                .queryForList(
                        "select * from ics.former_answers where case_reference = ? order by id",
                        theCase.reference().value());
    }
}
