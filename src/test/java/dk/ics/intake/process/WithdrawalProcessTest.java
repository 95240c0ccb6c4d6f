package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadline;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Arrival;
import dk.ics.intake.simulator.Behaviour;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class WithdrawalProcessTest extends ProcessTest {

    @Autowired
    TestDatabase database;

    @Autowired
    CaseStop caseStop;

    @Autowired
    dk.ics.intake.casefile.Deadlines caseDeadlines;

    @Autowired
    TransactionTemplate transaction;

    static Stream<Stages.Stage> stages() {
        return Stages.all();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void a_case_is_withdrawn_wherever_it_stands_before_its_number(Stages.Stage stage) {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        Stages.put(engine, theCase.reference(), stage);

        Stages.stopFirst(engine, withdraw(theCase), "stopCase");

        theCase.isClosed("withdrawn");
        assertThat(theCase.file("withdrawalStage")).isEqualTo("beforeNumber");
        assertThat(theCase.file("cprNumber")).isEqualTo("");
        assertThat(theCase.hasPassed("stoppedByWithdrawal")).isTrue();
        nothingIsLeft(theCase.reference());
    }

    @ParameterizedTest
    @MethodSource("stages")
    void a_number_stands_wherever_its_case_is_withdrawn_afterwards(Stages.Stage stage) {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        giveNumber(theCase);
        Stages.put(engine, theCase.reference(), stage);

        Stages.stopFirst(engine, withdraw(theCase), "stopCase");

        theCase.isClosed("withdrawnAfterRegistration");
        assertThat(theCase.file("withdrawalStage")).isEqualTo("afterNumber");
        assertThat(theCase.file("cprNumber")).isEqualTo("7705911000");
        nothingIsLeft(theCase.reference());
    }

    @Test
    @Reaches({"stoppedByWithdrawal", "authoritiesTold", "withdrawn"})
    void what_was_forwarded_is_recalled_and_the_citizen_is_told() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        next("skattestyrelsen/applications", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = apply().work("assessApplication", "checkTaxApplication");
        theCase.work("bookAppointment", "checkIn", "callUp", "bookSiriAppointment", "recordSiriAttendance");
        assertThat(theCase.isAt("awaitSiriDecision") && theCase.isAt("awaitTaxReceipt"))
                .isTrue();

        withdraw(theCase).run();

        theCase.isClosed("withdrawn");
        assertThat(recalls("siri", theCase)).singleElement().satisfies(recall -> {
            assertThat(recall.idempotencyKey()).isEqualTo(theCase.reference().value() + "/notice-withdrawn-siri-1/1");
            assertThat(recall.body())
                    .contains(theCase.reference().value() + "/handOverToSiri/1")
                    .contains("withdrawn");
        });
        assertThat(recalls("skattestyrelsen", theCase)).hasSize(1);
        assertThat(recalls("cpr", theCase)).isEmpty();
        assertThat(theCase.journal())
                .containsSubsequence(
                        "withdrawalReported",
                        "stopCase: beforeNumber",
                        "tellAuthorities: told",
                        "confirmWithdrawal: SENT",
                        "closeWithdrawn: withdrawn");
        assertThat(mail(theCase)).contains("has been withdrawn");

        postman.releaseHeld();
        theCase.run();
        theCase.isClosed("withdrawn");
        assertThat(theCase.file("residenceDocumentNumber")).isEqualTo("");
    }

    @Test
    @Reaches({"stoppedByWithdrawal", "authoritiesTold", "withdrawn"})
    void what_lies_at_nidc_is_recalled_and_its_answer_changes_nothing() {
        next("nidc/referrals", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = inDoubt().work("examineDoubt", Map.of("doubtOutcome", "askNidc"));
        assertThat(theCase.isAt("awaitNidcAnswer")).isTrue();

        withdraw(theCase).run();

        theCase.isClosed("withdrawn");
        assertThat(recalls("nidc", theCase))
                .singleElement()
                .satisfies(recall ->
                        assertThat(recall.body()).contains(theCase.reference().value() + "/referToNidc/1"));
        postman.releaseHeld();
        theCase.run();
        theCase.isClosed("withdrawn");
        assertThat(theCase.file("nidcResult")).isEqualTo("");
    }

    @Test
    @Reaches({"stoppedByWithdrawal", "withdrawn"})
    void who_has_answered_is_not_told_and_nobody_waits_for_an_answer_to_the_hearing() {
        CaseUnderTest theCase = inDoubt().work("examineDoubt", Map.of("doubtOutcome", "askNidc"));
        theCase.until("examineDoubt").work("examineDoubt", Map.of("doubtOutcome", "refusalConsidered"));
        theCase.work("hearParty");
        assertThat(caseDeadlines.of(theCase.reference()))
                .extracting(Deadline::code)
                .contains("hearing");

        withdraw(theCase).run();

        theCase.isClosed("withdrawn");
        assertThat(recalls("nidc", theCase)).isEmpty();
        assertThat(caseDeadlines.of(theCase.reference()))
                .extracting(Deadline::code)
                .doesNotContain("hearing");
    }

    private CaseUnderTest inDoubt() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument").work("recordResidenceDocument");
        return theCase.work("controlIdentity", Map.of("identityOutcome", "doubt"));
    }

    @Test
    @Reaches({"stoppedByWithdrawal", "withdrawn"})
    void after_the_number_only_what_is_left_ends() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument").work("recordResidenceDocument", "controlIdentity");
        theCase.work("decideRegistration", "verifyForMitId");
        assertThat(theCase.openTasks()).containsExactly("checkTaxApplication", "chooseDoctor");
        Object number = theCase.file("cprNumber");

        withdraw(theCase).run();

        theCase.isClosed("withdrawnAfterRegistration");
        assertThat(theCase.file("cprNumber")).isEqualTo(number).isNotEqualTo("");
        assertThat(theCase.file("mitIdNumber")).isNotEqualTo("");
        assertThat(recalls("siri", theCase)).isEmpty();
        assertThat(recalls("mitid", theCase)).isEmpty();
        assertThat(mail(theCase)).contains("report your departure");
    }

    @Test
    @Reaches("authoritiesTold")
    void an_authority_that_does_not_take_the_recall_is_told_by_a_caseworker() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument");
        next("siri/notices", Behaviour.refuse("ALREADY_DECIDED"));

        withdraw(theCase).run();

        assertThat(theCase.openTasks()).containsExactly("informAuthority");
        assertThat(caseFile.get(theCase.reference()).isOpen()).isTrue();
        assertThat(theCase.shown("informAuthority").toString()).contains("SIRI", "Afvist: sagen er allerede afgjort");
        theCase.work("informAuthority");
        theCase.isClosed("withdrawn");
        assertThat(theCase.journal()).contains("tellAuthorities: refused", "tellAuthorities: ownSystem");
    }

    @Test
    void an_authority_that_does_not_answer_hears_of_it_once_in_the_end() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument");
        next("siri/notices", Behaviour.of(Behaviour.Kind.DROP_AFTER_ACTING));
        withdraw(theCase);
        assertThatThrownBy(theCase::run).isInstanceOf(AuthorityUnavailable.class);
        Job again = Stages.job(engine, theCase, "tellAuthorities");

        engine.getManagementService().executeJob(again.getId());
        theCase.run();

        theCase.isClosed("withdrawn");
        assertThat(recalls("siri", theCase))
                .hasSize(2)
                .extracting(Arrival::idempotencyKey)
                .containsOnly(theCase.reference().value() + "/notice-withdrawn-siri-1/1");
    }

    @Test
    @Reaches("withdrawalTooLate")
    void a_case_that_was_closed_in_the_meantime_stays_as_it_was() {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        withdraw(theCase);
        caseFile.close(theCase.reference(), "referred", Act.bySystem("test"));

        theCase.run();

        theCase.isClosed("referred");
        assertThat(theCase.journal()).contains("stopCase: tooLate", "refuseWithdrawal: SENT");
    }

    @Test
    void a_caseworker_with_a_task_open_hears_that_it_is_no_longer_wanted() {
        CaseUnderTest theCase = apply();
        Task task = theCase.task("assessApplication");
        EngineRest visitation = as("visitation");
        visitation.post("/task/" + task.getId() + "/claim", Map.of("userId", "visitation"));
        visitation.get("/task/" + task.getId() + "/form-variables");
        assertThat(drafts(task.getId())).isEqualTo(1);

        withdraw(theCase).run();

        EngineRest.Answer answer =
                visitation.post("/task/" + task.getId() + "/submit-form", Map.of("variables", Map.of()));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("message").asText()).startsWith("Opgaven er ikke længere aktuel.");
        assertThat(drafts(task.getId())).isZero();
    }

    @Test
    void deadlines_and_timers_of_what_was_stopped_go_too() {
        CaseUnderTest theCase = apply().work("assessApplication", Map.of("assessmentOutcome", "documentsMissing"));
        assertThat(deadlines(theCase.reference())).isEqualTo(1);

        withdraw(theCase).run();

        theCase.isClosed("withdrawn");
        assertThat(deadlines(theCase.reference())).isZero();
    }

    @Test
    void a_case_begun_before_there_were_turns_of_life_is_stopped_as_well() {
        CaseUnderTest theCase = apply();
        new JdbcTemplate(database.as("postgres"))
                .update(
                        "delete from act_ru_event_subscr where event_name_ = 'caseStopped' and proc_inst_id_ in"
                                + " (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)",
                        theCase.reference().value());

        withdraw(theCase).run();

        theCase.isClosed("withdrawn");
        assertThat(theCase.histories())
                .filteredOn(instance -> instance.getProcessDefinitionKey().equals("intake"))
                .extracting(HistoricProcessInstance::getDeleteReason)
                .containsExactly("caseStopped: withdrawn");
    }

    @Test
    @Reaches("stoppedByMove")
    void a_case_that_moves_stops_at_an_end_of_its_own() {
        CaseUnderTest theCase = apply();
        transaction.executeWithoutResult(status -> caseStop.stop(theCase.reference(), CaseStop.Reason.MOVED));
        theCase.isOver();
    }

    @Test
    @Reaches("stoppedByDeparture")
    void a_case_whose_citizen_is_gone_stops_at_an_end_of_its_own() {
        CaseUnderTest theCase = apply();
        transaction.executeWithoutResult(status -> caseStop.stop(theCase.reference(), CaseStop.Reason.GONE));
        theCase.isOver();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-999999", "hvad som helst", "2025-000001"})
    void a_case_that_is_not_there_is_refused_at_its_field(String reference) {
        EngineRest.Answer answer = start("sagsbehandler", reference, LocalDate.of(2026, 3, 2));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(field(answer, "caseReference")).isEqualTo("Sagen findes ikke, eller du har ikke adgang til den.");
    }

    @Test
    void a_case_of_another_municipality_is_as_absent_as_none() {
        CaseReference unplaced = caseFile.open(
                new dk.ics.intake.municipality.MunicipalityCode("0000"), "euWorker", "phone", Act.bySystem("test"));

        EngineRest.Answer foreign = start("sagsbehandler", unplaced.value(), LocalDate.of(2026, 3, 2));
        EngineRest.Answer own = start("visitation", unplaced.value(), LocalDate.of(2026, 3, 2));

        assertThat(field(foreign, "caseReference")).isEqualTo("Sagen findes ikke, eller du har ikke adgang til den.");
        assertThat(own.status()).as(own.body().toString()).isEqualTo(200);
        assertThat(own.body().path("tenantId").asText()).isEqualTo("0000");
        assertThat(own.body().path("businessKey").asText()).isEqualTo(unplaced.value());
    }

    @Test
    void a_closed_case_and_a_second_withdrawal_are_refused_and_nothing_is_written() {
        CaseUnderTest closed = open(TestCases.euWorker(caseFile));
        caseFile.close(closed.reference(), "referred", Act.bySystem("test"));
        CaseUnderTest running = open(TestCases.euWorker(caseFile));
        withdraw(running);

        assertThat(field(start("visitation", closed.reference().value(), LocalDate.of(2026, 3, 2)), "caseReference"))
                .startsWith("Sagen er afsluttet og kan ikke trækkes tilbage.");
        assertThat(field(start("visitation", running.reference().value(), LocalDate.of(2026, 3, 2)), "caseReference"))
                .isEqualTo("»Tilbagetrækning« er allerede i gang på sagen. Afslut den først.");
        EngineRest.Answer future = start(
                "visitation", open(TestCases.euWorker(caseFile)).reference().value(), LocalDate.of(2026, 3, 3));
        assertThat(field(future, "withdrawalReceivedOn")).contains("fremtiden");
        assertThat(closed.file("withdrawnBy")).isEqualTo("");
        running.run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"idkontrol", "specialist", "bif", "tilsyn", "partner0147", "admin"})
    void nobody_else_starts_one(String account) {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));

        assertThat(start(account, theCase.reference().value(), LocalDate.of(2026, 3, 2))
                        .status())
                .isEqualTo(403);
    }

    private CaseUnderTest withdraw(CaseUnderTest theCase) {
        EngineRest.Answer answer = start("visitation", theCase.reference().value(), LocalDate.of(2026, 3, 2));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return theCase;
    }

    private EngineRest.Answer start(String account, String reference, LocalDate receivedOn) {
        return begin(
                account,
                "withdrawal",
                reference,
                Map.of(
                        "withdrawnBy",
                        "citizen",
                        "withdrawalChannel",
                        "phone",
                        "withdrawalReceivedOn",
                        receivedOn.toString()));
    }

    private String mail(CaseUnderTest theCase) {
        return mails.all().stream()
                .filter(mail -> mail.subject().contains(theCase.reference().value()))
                .reduce((earlier, later) -> later)
                .map(mail -> mail.subject() + " " + mail.text())
                .orElse("");
    }

    private static String field(EngineRest.Answer answer, String key) {
        JsonNode fields = answer.body().path("fields");
        assertThat(fields.properties()).as(answer.body().toString()).hasSize(1);
        return fields.path(key).asText();
    }

    private List<Arrival> recalls(String authority, CaseUnderTest theCase) {
        return books.arrivals(authority).stream()
                .filter(arrival -> arrival.operation().equals("notices"))
                .filter(arrival -> arrival.body().contains(theCase.reference().value()))
                .toList();
    }

    private void nothingIsLeft(CaseReference reference) {
        JdbcTemplate jdbc = new JdbcTemplate(database.as("postgres"));
        for (String table : List.of("act_ru_execution", "act_ru_job", "act_ru_event_subscr", "act_ru_task")) {
            String column = table.equals("act_ru_job") ? "process_instance_id_" : "proc_inst_id_";
            assertThat(jdbc.queryForObject(
                            "select count(*) from " + table + " where " + column
                                    + " in (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)",
                            Long.class,
                            reference.value()))
                    .as(table)
                    .isZero();
        }
    }

    private long drafts(String task) {
        Long count = new JdbcTemplate(database.as("app"))
                .queryForObject("select count(*) from ics.form_opening where task_id = ?", Long.class, task);
        return count == null ? 0 : count;
    }

    private long deadlines(CaseReference reference) {
        Long count = new JdbcTemplate(database.as("app"))
                .queryForObject(
                        "select count(*) from ics.deadline where case_reference = ? and code = 'documents'",
                        Long.class,
                        reference.value());
        return count == null ? 0 : count;
    }
}
