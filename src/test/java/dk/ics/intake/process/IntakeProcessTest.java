package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.MailCatcher;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;

class IntakeProcessTest extends ProcessTest {

    @Test
    @Reaches({"applicationReceived", "attendanceCompleted", "caseClosed"})
    void an_application_for_everything_is_worked_to_its_end() {
        CaseUnderTest theCase = apply();
        assertThat(theCase.openTasks()).containsExactly("assessApplication");

        theCase.work("assessApplication");
        assertThat(theCase.openTasks()).containsExactly("bookAppointment", "checkTaxApplication");
        theCase.work("bookAppointment", "checkIn", "callUp", "bookSiriAppointment", "recordSiriAttendance")
                .until("recordResidenceDocument");
        theCase.work("recordResidenceDocument", "controlIdentity", "decideRegistration");
        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication", "chooseDoctor", "verifyForMitId");
        theCase.work("chooseDoctor", "verifyForMitId");
        assertThat(theCase.hasPassed("attendanceCompleted")).isTrue();
        assertThat(caseFile.get(theCase.reference()).isOpen()).isTrue();
        theCase.work("checkTaxApplication").untilEnd("caseClosed");

        theCase.isClosed("completed");
        assertThat(theCase.journal())
                .containsSubsequence(
                        "applicationReceived",
                        "assessApplication: accepted",
                        "checkIn: attended",
                        "callUp",
                        "recordResidenceDocument: granted",
                        "controlIdentity: approved",
                        "decideRegistration: register",
                        "registerInCpr: accepted",
                        "closeCase: completed",
                        "sendSummary: SENT");
        assertThat(theCase.journal()).contains("orderHealthCard: ordered", "createMitId: created", "chooseDoctor");
        assertThat(List.of("checkedInAt", "calledUpAt", "cprNumber", "healthCardOrderNumber", "mitIdNumber"))
                .allSatisfy(key -> assertThat(theCase.file(key)).isNotEqualTo(""));
    }

    @Test
    void what_happens_in_a_service_stays_there_except_its_outcome() {
        CaseUnderTest theCase = atTheDesk();
        theCase.until("recordResidenceDocument").work("recordResidenceDocument");
        theCase.work("controlIdentity", Map.of("identityOutcome", "doubt")).work("examineDoubt");
        theCase.work("decideRegistration", "chooseDoctor", "verifyForMitId");
        theCase.work("checkTaxApplication").untilEnd("caseClosed");

        HistoricProcessInstance intake = theCase.histories().stream()
                .filter(instance -> instance.getProcessDefinitionKey().equals("intake"))
                .findFirst()
                .orElseThrow();
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(intake.getId())
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .containsExactlyInAnyOrder(
                        "category",
                        "channel",
                        "duplicateFound",
                        "factsChanged",
                        "cprMode",
                        "municipalityServed",
                        "stayLength",
                        "ageBand",
                        "holdsResidenceDocument",
                        "citizenGroup",
                        "agreedServices",
                        "doubtfulServices",
                        "residenceProof",
                        "earlierNumber",
                        "civilStatus",
                        "relation",
                        "parentStaysBehind",
                        "wantsUnemploymentBenefit",
                        "wantsGuidance",
                        "wantsTaxCard",
                        "wantsMitId",
                        "visitationResult",
                        "services",
                        "requiredDocuments",
                        "documentsComplete",
                        "assessmentOutcome",
                        "attendanceOutcome",
                        "residenceOutcome",
                        "identityOutcome",
                        "registrationOutcome",
                        "healthCardOutcome",
                        "mitIdOutcome",
                        "taxOutcome");
    }

    @Test
    @Reaches("enquiryReceived")
    void an_enquiry_is_registered_and_then_assessed_like_an_application() {
        CaseUnderTest theCase = enquire("0147");
        assertThat(theCase.openTasks()).containsExactly("registerPerson");

        theCase.work("registerPerson", person("0147"));

        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(caseFile.get(theCase.reference()).channel()).isEqualTo("phone");
        assertThat(theCase.journal()).startsWith("enquiryReceived").contains("registerPerson");
    }

    @Test
    @Reaches({"enquiryReceived", "caseMoved", "casePlaced"})
    void a_case_whose_municipality_becomes_known_goes_on_there_under_its_number() {
        CaseUnderTest theCase = enquire("");

        theCase.work("registerPerson", person("0147"));

        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(theCase.task("assessApplication").getTenantId()).isEqualTo("0147");
        assertThat(caseFile.get(theCase.reference()))
                .returns("0147", entry -> entry.municipality().value())
                .returns(true, CaseFileEntry::isOpen);
        assertThat(theCase.histories())
                .extracting(HistoricProcessInstance::getTenantId, HistoricProcessInstance::getEndActivityId)
                .containsExactlyInAnyOrder(Tuple.tuple("0000", "caseMoved"), Tuple.tuple("0147", null));
        assertThat(theCase.journal()).contains("casePlaced");
    }

    @Test
    @Reaches("referredElsewhere")
    void a_citizen_who_belongs_elsewhere_is_told_where_to_go() {
        CaseUnderTest theCase = apply();

        theCase.work(
                "assessApplication", Map.of("assessmentOutcome", "referred", "referredTo", "Borgerservice Odense"));

        theCase.isClosed("referred");
        assertThat(mailsTo(theCase))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Borgerservice Odense"));
        assertThat(theCase.journal()).contains("assessApplication: referred", "sendReferral");
    }

    @Test
    @Reaches("documentsNotReceived")
    void a_case_whose_papers_do_not_come_is_shelved() {
        CaseUnderTest theCase = askForPapers();

        theCase.work("receiveDocuments", Map.of("documentsOutcome", "notComing"));

        theCase.isClosed("documentsNotReceived");
        assertThat(theCase.journal())
                .contains("assessApplication: documentsMissing", "receiveDocuments: notComing", "shelveCase");
    }

    @Test
    @Reaches({"documentsDeadlinePassed", "documentsNotReceived"})
    void a_case_is_shelved_when_the_time_for_papers_is_over() {
        CaseUnderTest theCase = askForPapers();
        assertThat(theCase.timer("documentsDeadlinePassed").getDuedate()).isEqualTo(endOf(23));

        theCase.fireTimer("documentsDeadlinePassed");

        theCase.isClosed("documentsNotReceived");
        assertThat(theCase.journal()).contains("shelveCase").doesNotContain("receiveDocuments: notComing");
    }

    @Test
    @Reaches({"documentReminderDue", "reminderSent"})
    void a_citizen_is_reminded_of_papers_and_may_still_bring_them() {
        CaseUnderTest theCase = askForPapers();
        assertThat(theCase.timer("documentReminderDue").getDuedate()).isEqualTo(endOf(11));

        theCase.fireTimer("documentReminderDue");

        assertThat(mailsTo(theCase))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.text()).isNotBlank());
        assertThat(theCase.openTasks()).containsExactly("receiveDocuments");
        theCase.work(
                "receiveDocuments",
                Map.of(
                        "documentsOutcome",
                        "received",
                        "receivedPapers",
                        "[{\"type\":\"proofOfAddress\",\"receivedOn\":\"2026-03-02\",\"seenInOriginal\":true}]"));
        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        assertThat(theCase.file("missingDocuments")).isEqualTo("");
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(theCase.task("assessApplication").getProcessInstanceId())
                        .count())
                .as("timers of the papers")
                .isZero();
    }

    @Test
    @Reaches({"attendanceCancelled", "caseClosed"})
    void a_citizen_who_does_not_come_gets_a_tax_card_all_the_same() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment");

        theCase.work("checkIn", Map.of("attendanceOutcome", "notComing"));

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
        closeWithTaxCardOnly(theCase);
        assertThat(theCase.journal()).contains("checkIn: notComing");
    }

    @Test
    void a_citizen_who_stays_away_once_gets_another_appointment() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment");

        theCase.work("checkIn", Map.of("attendanceOutcome", "noShow"));
        assertThat(theCase.openTasks()).containsExactly("bookAppointment", "checkTaxApplication");
        theCase.work("bookAppointment", "checkIn");

        assertThat(theCase.openTasks()).containsExactly("callUp", "checkTaxApplication");
        assertThat(mailsTo(theCase)).as("invitations").hasSize(2);
    }

    @Test
    @Reaches({"residenceRefused", "residenceNotGranted", "caseClosed"})
    void without_a_residence_document_there_is_no_number_but_a_tax_card() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.REJECT));
        CaseUnderTest theCase = atTheDesk().until("recordResidenceDocument");

        theCase.work("recordResidenceDocument", Map.of("residenceOutcome", "refused"));

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
        closeWithTaxCardOnly(theCase);
    }

    @Test
    @Reaches({"identityRefused", "identityNotApproved", "caseClosed"})
    void without_an_approved_identity_there_is_no_number_but_a_tax_card() {
        CaseUnderTest theCase = atTheDesk().until("recordResidenceDocument").work("recordResidenceDocument");

        theCase.work("controlIdentity", Map.of("identityOutcome", "doubt"));
        theCase.work("examineDoubt", Map.of("doubtOutcome", "refusalConsidered"))
                .work("hearParty", "recordHearingAnswer");
        theCase.work("decideRefusal", Map.of("refusalOutcome", "refused"));

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
        theCase.work("checkTaxApplication").untilEnd("caseClosed");
        theCase.isClosed("partly");
        assertThat(theCase.file("cprNumber")).isEqualTo("");
        assertThat(theCase.file("healthCardOrderNumber")).isEqualTo("");
    }

    @Test
    @Reaches({"registrationRefused", "registrationNotMade", "caseClosed"})
    void without_registration_there_is_neither_health_card_nor_mit_id() {
        CaseUnderTest theCase = atTheDesk().until("recordResidenceDocument");
        theCase.work("recordResidenceDocument", "controlIdentity");

        theCase.work("decideRegistration", Map.of("registrationOutcome", "refuse"));

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
        theCase.work("checkTaxApplication", Map.of("taxOutcome", "guide"));
        theCase.isClosed("partly");
        assertThat(theCase.file("cprNumber")).isEqualTo("");
    }

    @Test
    @Reaches("caseClosed")
    void a_citizen_who_gets_nothing_is_closed_as_refused() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.REJECT));
        CaseUnderTest theCase = atTheDesk().until("recordResidenceDocument");

        theCase.work("recordResidenceDocument", Map.of("residenceOutcome", "refused"));
        theCase.work("checkTaxApplication", Map.of("taxOutcome", "guide"));

        theCase.isClosed("refused");
    }

    @Test
    @Reaches("caseClosed")
    void a_short_stay_with_a_job_needs_a_tax_card_only() {
        CaseUnderTest theCase = apply(person -> person.put("plannedStay", "upToThreeMonths"));

        theCase.work("assessApplication");

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication");
        theCase.work("checkTaxApplication").untilEnd("caseClosed");
        theCase.isClosed("completed");
    }

    private CaseUnderTest atTheDesk() {
        return apply().work(
                        "assessApplication",
                        "bookAppointment",
                        "checkIn",
                        "callUp",
                        "bookSiriAppointment",
                        "recordSiriAttendance");
    }

    private CaseUnderTest askForPapers() {
        CaseUnderTest theCase = apply(person -> person.withArray("documents").remove(1));
        assertThat(theCase.file("missingDocuments")).isEqualTo("proofOfAddress");
        theCase.work("assessApplication", Map.of("assessmentOutcome", "documentsMissing"));
        assertThat(mailsTo(theCase)).hasSize(1);
        assertThat(theCase.openTasks()).containsExactly("receiveDocuments");
        return theCase;
    }

    private static void closeWithTaxCardOnly(CaseUnderTest theCase) {
        theCase.work("checkTaxApplication").untilEnd("caseClosed");
        theCase.isClosed("partly");
        assertThat(theCase.file("cprNumber")).isEqualTo("");
        assertThat(theCase.file("taxReceiptNumber")).isNotEqualTo("");
    }

    private CaseUnderTest enquire(String municipality) {
        EngineRest.Answer answer = as("visitation")
                .post(
                        "/process-definition/key/intake/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "channel", Map.of("value", "phone"),
                                        "category", Map.of("value", "euWorker"),
                                        "municipality", Map.of("value", municipality))));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return open(CaseReference.parse(answer.body().path("businessKey").asText()));
    }

    private static Map<String, Object> person(String municipality) {
        return Map.ofEntries(
                Map.entry("municipality", municipality),
                Map.entry("familyName", "Kowalska"),
                Map.entry("givenNames", "Zofia"),
                Map.entry("birthDate", "1991-04-12"),
                Map.entry("birthPlace", "Gdynia"),
                Map.entry("birthCountry", "POL"),
                Map.entry("citizenship", "POL"),
                Map.entry("arrivalDate", "2026-02-20"),
                Map.entry("email", "zofia@example.org"));
    }

    private List<MailCatcher.Mail> mailsTo(CaseUnderTest theCase) {
        return mails.all().stream()
                .filter(mail -> mail.to().equals(theCase.file("email")))
                .toList();
    }
}
