package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Postman;
import dk.ics.intake.simulator.Receipt;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeTest
class ReceiptsTest {

    private static final Map<String, String> GRANTED =
            Map.of("decision", "granted", "documentNumber", "R01234567", "ground", "worker", "issuedOn", "2026-03-02");

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Behaviours behaviours;

    @Autowired
    Postman postman;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private CaseReference reference;
    private ProcessInstance instance;

    @BeforeEach
    void beginResidence() {
        reference = TestCases.euWorker(caseFile);
        instance = runtime.createProcessInstanceByKey("euResidence")
                .businessKey(reference.value())
                .setVariable("caseReference", reference.value())
                .setVariable("municipality", "0147")
                .setVariable("municipalityName", "Frederiksberg")
                .startBeforeActivity("handOverToSiri")
                .execute();
    }

    @AfterEach
    void allGoesWell() {
        behaviours.clear();
    }

    @Test
    void a_receipt_that_comes_while_the_case_waits_moves_it_on() throws Exception {
        handOverAndWait();
        assertThat(bring("r1", "ACCEPTERET", GRANTED)).isEqualTo(202);

        assertThat(openTask()).isEqualTo("recordResidenceDocument");
        assertThat(read("residenceDocumentNumber")).isEqualTo("R01234567");
        assertThat(read("siriDecision")).isEqualTo("granted");
        assertThat(journal()).contains("Kvittering fra SIRI: accepteret");
    }

    @Test
    void a_refusal_moves_it_on_as_well() throws Exception {
        handOverAndWait();
        bring("r1", "AFVIST", Map.of());
        assertThat(openTask()).isEqualTo("recordResidenceDocument");
        assertThat(read("siriDecision")).isEqualTo("refused");
    }

    @Test
    void a_receipt_that_comes_before_the_case_waits_is_found_when_it_looks() throws Exception {
        behaviours.next("siri", "hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        runJob();
        assertThat(bring("r1", "ACCEPTERET", GRANTED)).isEqualTo(202);
        attend();
        assertThat(openTask()).isEqualTo("recordResidenceDocument");
        assertThat(read("residenceIssuedOn")).hasToString("2026-03-02");
    }

    @Test
    void a_receipt_that_comes_before_the_answer_to_the_call_is_found_too() {
        behaviours.next("siri", "hand-overs", Behaviour.of(Behaviour.Kind.EARLY_RECEIPT));
        runJob();
        attend();
        assertThat(openTask()).isEqualTo("recordResidenceDocument");
    }

    @Test
    void received_is_not_decided() throws Exception {
        handOverAndWait();
        assertThat(bring("r1", "MODTAGET", Map.of())).isEqualTo(202);
        assertThat(bring("r2", "AFLEVERET", Map.of())).isEqualTo(202);
        assertThat(isWaiting()).isTrue();
    }

    @Test
    void order_does_not_matter() throws Exception {
        handOverAndWait();
        bring("r2", "ACCEPTERET", GRANTED);
        assertThat(bring("r1", "MODTAGET", Map.of())).isEqualTo(202);
        assertThat(openTask()).isEqualTo("recordResidenceDocument");
    }

    @Test
    void the_same_receipt_twice_is_one() throws Exception {
        handOverAndWait();
        assertThat(bring("r1", "ACCEPTERET", GRANTED)).isEqualTo(202);
        assertThat(bring("r1", "ACCEPTERET", GRANTED)).isEqualTo(202);

        assertThat(openTask()).isEqualTo("recordResidenceDocument");
        assertThat(journal()).containsOnlyOnce("Kvittering fra SIRI: accepteret");
        assertThat(kept("r1")).isEqualTo(1);
    }

    @Test
    void the_first_decision_stands_and_the_second_is_in_the_journal() throws Exception {
        handOverAndWait();
        bring("r1", "ACCEPTERET", GRANTED);
        assertThat(bring("r2", "AFVIST", Map.of())).isEqualTo(202);

        assertThat(read("siriDecision")).isEqualTo("granted");
        assertThat(journal()).contains("Kvittering fra SIRI: afvist");
    }

    @Test
    void a_grant_that_does_not_say_which_document_leaves_the_case_waiting() throws Exception {
        handOverAndWait();
        bring("r1", "ACCEPTERET", Map.of("decision", "granted"));
        assertThat(isWaiting()).isTrue();
        assertThat(journal()).contains("SIRI's svar kunne ikke læses. Spørg SIRI");
    }

    @Test
    void a_receipt_that_comes_while_a_caseworker_follows_up_is_found_when_the_case_waits_longer() throws Exception {
        handOverAndWait();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("siriOverdue")
                .singleResult()
                .getId());
        assertThat(openTask()).isEqualTo("followUpSiri");

        assertThat(bring("r1", "ACCEPTERET", GRANTED)).isEqualTo(202);
        assertThat(openTask()).isEqualTo("followUpSiri");
        assertThat(caseFile.read(reference, List.of("siriDecision"))).isEmpty();
    }

    @Test
    void a_receipt_for_a_finished_case_is_in_its_journal() throws Exception {
        handOverAndWait();
        UUID forwarding = forwarding();
        runtime.deleteProcessInstance(instance.getId(), "test");
        caseFile.close(reference, "completed", Act.bySystem("test"));

        assertThat(postman.bring("siri", receipt("r1", forwarding, "ACCEPTERET", GRANTED)))
                .isEqualTo(202);
        assertThat(journal()).contains("Kvittering fra SIRI: accepteret");
        assertThat(caseFile.read(reference, List.of("siriDecision"))).isEmpty();
    }

    @Test
    void a_receipt_about_nothing_we_know_is_kept() throws Exception {
        UUID nothing = UUID.randomUUID();
        assertThat(postman.bring("siri", receipt("unknown", nothing, "ACCEPTERET", GRANTED)))
                .isEqualTo(202);
        assertThat(jdbc.sql("select count(*) from ics.receipt where forwarding_id = :id")
                        .param("id", nothing)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_authority_cannot_answer_for_another_one() throws Exception {
        handOverAndWait();
        assertThat(postman.bring("skattestyrelsen", receipt("r1", forwarding(), "ACCEPTERET", GRANTED)))
                .isEqualTo(202);
        assertThat(isWaiting()).isTrue();
        assertThat(journal()).noneMatch(line -> line.startsWith("Kvittering"));
    }

    @Test
    void an_authority_that_is_not_there_has_no_receipts() throws Exception {
        assertThat(post("/api/receipts/jobnet", "Bearer demo-siri", "{}")).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic ZGVtbzpkZW1v", "Bearer demo-mitid"})
    void only_the_authoritys_own_secret_opens(String authorization) throws Exception {
        handOverAndWait();
        assertThat(post("/api/receipts/siri", authorization, body(forwarding().toString())))
                .isEqualTo(401);
        assertThat(isWaiting()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"receiptId\":\"r\",\"forwardingId\":\"no uuid\",\"kind\":\"MODTAGET\"}",
                "{\"receiptId\":\"r\",\"forwardingId\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"OK\"}",
                "{\"receiptId\":\"<b>\",\"forwardingId\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"MODTAGET\"}",
                "{\"receiptId\":\"r\",\"forwardingId\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"MODTAGET\","
                        + "\"content\":7}"
            })
    void what_is_no_receipt_is_refused(String body) throws Exception {
        assertThat(post("/api/receipts/siri", "Bearer demo-siri", body)).isEqualTo(400);
    }

    @Test
    void a_receipt_has_a_size() throws Exception {
        assertThat(post("/api/receipts/siri", "Bearer demo-siri", " ".repeat(65 * 1024)))
                .isEqualTo(413);
    }

    private void handOverAndWait() {
        behaviours.next("siri", "hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        runJob();
        attend();
        assertThat(isWaiting()).isTrue();
    }

    private void runJob() {
        Job job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .singleResult();
        management.executeJob(job.getId());
    }

    /** The citizen attends, which no receipt waits for. */
    private void attend() {
        runJob();
        runtime.createProcessInstanceModification(instance.getId())
                .cancelAllForActivity("recordSiriAttendance")
                .startBeforeActivity("lookForSiriDecision")
                .execute();
    }

    private boolean isWaiting() {
        return runtime.getActiveActivityIds(instance.getId()).contains("awaitSiriDecision");
    }

    private String openTask() {
        Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        return task.getTaskDefinitionKey();
    }

    private int bring(String id, String kind, Map<String, String> content) throws Exception {
        return postman.bring(Authority.SIRI.code(), receipt(id, forwarding(), kind, content));
    }

    private Receipt receipt(String id, UUID forwarding, String kind, Map<String, String> content) {
        return new Receipt(reference + "-" + id, forwarding.toString(), kind, content);
    }

    private UUID forwarding() {
        return jdbc.sql("select id from ics.forwarding where case_reference = :reference")
                .param("reference", reference.value())
                .query(UUID.class)
                .single();
    }

    private long kept(String id) {
        return jdbc.sql("select count(*) from ics.receipt where receipt_id = :id")
                .param("id", reference + "-" + id)
                .query(Long.class)
                .single();
    }

    private String body(String forwarding) {
        return "{\"receiptId\":\"r\",\"forwardingId\":\"" + forwarding + "\",\"kind\":\"AFVIST\"}";
    }

    private int post(String path, String authorization, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private List<String> journal() {
        return caseFile.journalOf(reference).stream()
                .map(entry -> entry.description())
                .toList();
    }

    private Object read(String key) {
        return caseFile.read(reference, List.of(key)).getOrDefault(key, "");
    }
}
