package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Arrival;
import dk.ics.intake.simulator.Behaviour;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RelocationProcessTest extends ProcessTest {

    static Stream<Stages.Stage> stages() {
        return Stages.all();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void a_case_moves_wherever_it_stands(Stages.Stage stage) {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        Stages.put(engine, theCase.reference(), stage);

        Stages.stopFirst(engine, move(theCase, "0101"), "relocateCase");

        assertThat(theCase.openTasks()).isNotEmpty();
        assertThat(theCase.hasPassed("stoppedByMove")).isTrue();
        isThere(theCase, "0101");
    }

    @Test
    @Reaches({"stoppedByMove", "caseRelocated", "casePlaced"})
    void before_the_visit_the_new_municipality_assesses_anew() {
        CaseUnderTest theCase = apply().work("assessApplication");

        move(theCase, "0101").run();

        assertThat(theCase.openTasks()).containsExactly("assessApplication");
        isThere(theCase, "0101");
        assertThat(theCase.histories())
                .filteredOn(instance -> instance.getProcessDefinitionKey().equals("intake"))
                .extracting(HistoricProcessInstance::getTenantId, HistoricProcessInstance::getEndActivityId)
                .containsExactlyInAnyOrder(Tuple.tuple("0147", "turnOfLife"), Tuple.tuple("0101", null));
        assertThat(theCase.journal()).contains("relocationReported", "casePlaced", "confirmRelocation: SENT");
        finish(theCase);
        theCase.isClosed("completed");
    }

    @Test
    @Reaches({"stoppedByMove", "caseRelocated"})
    void what_was_forwarded_is_not_forwarded_again_but_waited_for() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        next("skattestyrelsen/applications", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = apply().work("assessApplication", "checkTaxApplication");
        theCase.work("bookAppointment", "checkIn", "callUp", "bookSiriAppointment", "recordSiriAttendance");

        move(theCase, "0101").run();

        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        assertThat(theCase.isAt("awaitSiriDecision")).isTrue();
        theCase.work("checkTaxApplication");
        assertThat(theCase.isAt("awaitTaxReceipt")).isTrue();
        postman.releaseHeld();
        theCase.until("recordResidenceDocument");
        theCase.work("recordResidenceDocument", "controlIdentity", "decideRegistration");
        theCase.work("chooseDoctor", "verifyForMitId").untilEnd("caseClosed");
        theCase.isClosed("completed");
        assertThat(of("siri", "hand-overs", theCase)).hasSize(1);
        assertThat(of("skattestyrelsen", "applications", theCase)).hasSize(1);
        assertThat(of("cpr", "registrations", theCase))
                .singleElement()
                .satisfies(arrival -> assertThat(arrival.body()).contains("\"municipality\": \"0101\""));
    }

    @Test
    @Reaches({"stoppedByMove", "caseRelocated"})
    void a_doubt_is_controlled_anew_and_nidc_is_not_asked_twice() {
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument").work("recordResidenceDocument");
        theCase.work("controlIdentity", Map.of("identityOutcome", "doubt"))
                .work("examineDoubt", Map.of("doubtOutcome", "askNidc"));

        move(theCase, "0101").run();

        assertThat(theCase.openTasks()).contains("controlIdentity");
        assertThat(theCase.file("doubtReason")).as("the form opens empty").isEqualTo("");
        theCase.work("controlIdentity", Map.of("identityOutcome", "doubt"))
                .work("examineDoubt", Map.of("doubtOutcome", "askNidc"));
        assertThat(theCase.isAt("awaitNidcAnswer")).isTrue();
        postman.releaseHeld();
        theCase.until("examineDoubt").work("examineDoubt", "decideRegistration");
        assertThat(of("nidc", "referrals", theCase)).hasSize(1);
        theCase.work("chooseDoctor", "verifyForMitId", "checkTaxApplication").untilEnd("caseClosed");
        theCase.isClosed("completed");
    }

    @Test
    @Reaches({"stoppedByMove", "caseRelocated"})
    void after_the_number_only_what_is_left_goes_on() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument").work("recordResidenceDocument", "controlIdentity");
        theCase.work("decideRegistration", "verifyForMitId");
        Object number = theCase.file("cprNumber");
        Object mitId = theCase.file("mitIdNumber");

        move(theCase, "0101").run();

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication", "chooseDoctor");
        isThere(theCase, "0101");
        theCase.work("chooseDoctor", "checkTaxApplication").untilEnd("caseClosed");
        theCase.isClosed("completed");
        assertThat(theCase.file("cprNumber")).isEqualTo(number);
        assertThat(theCase.file("mitIdNumber")).isEqualTo(mitId);
        assertThat(of("mitid", "identities", theCase)).hasSize(1);
        assertThat(of("cpr", "registrations", theCase)).hasSize(1);
    }

    @Test
    @Reaches({"stoppedByMove", "caseRelocated"})
    void a_card_on_its_way_is_waited_for_in_the_new_municipality() {
        next("healthInsurance/health-cards", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument").work("recordResidenceDocument", "controlIdentity");
        theCase.work("decideRegistration", "chooseDoctor");
        assertThat(theCase.isAt("awaitDelivery")).isTrue();

        move(theCase, "0101").run();

        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication", "verifyForMitId");
        theCase.fireTimer("deliveryOverdue");
        assertThat(theCase.openTasks()).contains("followUpHealthCard");
        isThere(theCase, "0101");
        theCase.work("followUpHealthCard", Map.of("cardFollowUp", "waitLonger"));
        postman.releaseHeld();
        theCase.untilEnd("cardDelivered");
        assertThat(theCase.file("cardDeliveredOn")).isNotEqualTo("");
        assertThat(of("healthInsurance", "health-cards", theCase)).hasSize(1);
        theCase.work("verifyForMitId", "checkTaxApplication").untilEnd("caseClosed");
        theCase.isClosed("completed");
    }

    @Test
    void the_old_municipality_keeps_its_history_and_nothing_else() {
        CaseUnderTest theCase = apply();
        move(theCase, "0101").run();
        String key = "?processInstanceBusinessKey=" + theCase.reference().value();

        EngineRest partner = as("partner0147");

        assertThat(partner.get("/history/process-instance" + key).body())
                .hasSize(2)
                .allSatisfy(instance ->
                        assertThat(instance.path("tenantId").asText()).isEqualTo("0147"));
        assertThat(partner.get("/task" + key).body()).isEmpty();
        assertThat(partner.get("/process-instance?businessKey="
                                + theCase.reference().value())
                        .body())
                .isEmpty();
    }

    @Test
    void a_closed_case_the_same_municipality_and_a_case_with_a_turn_under_way_do_not_move() {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        assertThat(start(theCase, "0147")
                        .body()
                        .path("fields")
                        .path("relocationMunicipality")
                        .asText())
                .isEqualTo("Sagen hører allerede til denne kommune.");
        as("sagsbehandler")
                .post(
                        "/process-definition/key/correction/submit-form",
                        Map.of(
                                "variables",
                                Map.of(
                                        "caseReference",
                                                Map.of(
                                                        "value",
                                                        theCase.reference().value()),
                                        "correctionKind", Map.of("value", "contact"),
                                        "correctionReason", Map.of("value", "Ringede."))));
        assertThat(start(theCase, "0101")
                        .body()
                        .path("fields")
                        .path("caseReference")
                        .asText())
                .isEqualTo("»Rettelse« er allerede i gang på sagen. Afslut den først.");
        CaseUnderTest closed = open(TestCases.euWorker(caseFile));
        caseFile.close(closed.reference(), "referred", Act.bySystem("test"));
        assertThat(start(closed, "0101")
                        .body()
                        .path("fields")
                        .path("caseReference")
                        .asText())
                .startsWith("Sagen er afsluttet og flyttes ikke.");
    }

    @Test
    @Reaches("relocationTooLate")
    void a_case_that_was_closed_in_the_meantime_stays_where_it_was() {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        move(theCase, "0101");
        caseFile.close(theCase.reference(), "referred", Act.bySystem("test"));

        theCase.run();

        theCase.isClosed("referred");
        assertThat(caseFile.get(theCase.reference()).municipality().value()).isEqualTo("0147");
    }

    private void finish(CaseUnderTest theCase) {
        theCase.work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance").until("recordResidenceDocument");
        theCase.work("recordResidenceDocument", "controlIdentity", "decideRegistration");
        theCase.work("chooseDoctor", "verifyForMitId", "checkTaxApplication").untilEnd("caseClosed");
    }

    private void isThere(CaseUnderTest theCase, String municipality) {
        assertThat(caseFile.get(theCase.reference()))
                .returns(municipality, entry -> entry.municipality().value())
                .returns(true, CaseFileEntry::isOpen);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(theCase.reference().value())
                        .list())
                .allSatisfy(task -> assertThat(task.getTenantId()).isEqualTo(municipality));
    }

    private CaseUnderTest move(CaseUnderTest theCase, String municipality) {
        EngineRest.Answer answer = start(theCase, municipality);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return theCase;
    }

    private EngineRest.Answer start(CaseUnderTest theCase, String municipality) {
        return begin(
                "visitation",
                "relocation",
                theCase.reference().value(),
                Map.of("relocationMunicipality", municipality, "relocatedOn", "2026-04-01"));
    }

    private List<Arrival> of(String authority, String operation, CaseUnderTest theCase) {
        return books.arrivals(authority).stream()
                .filter(arrival -> arrival.operation().equals(operation))
                .filter(arrival -> String.valueOf(arrival.idempotencyKey())
                        .startsWith(theCase.reference().value()))
                .toList();
    }
}
