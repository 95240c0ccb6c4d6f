package dk.ics.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.journey.JobRunner;
import dk.ics.intake.journey.ScriptedCaseworkers;
import dk.ics.intake.journey.ScriptedForm;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A whole case with everything that can go wrong on its way, scanned after every step: what is the person's stands in
 * no engine table and in no line of a log.
 */
@IntakeTest
class PrivacyTest {

    private static final String TYPED = "Borgeren fortalte om Kvistgaardsvej og Zwölferhorn";

    @LocalServerPort
    int port;

    @Autowired
    ManagementService management;

    @Autowired
    TestDatabase database;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Behaviours behaviours;

    @Autowired
    TestClock clock;

    @Autowired
    Clock applicationClock;

    @Autowired
    ObjectMapper json;

    private final List<String> steps = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    @AfterEach
    void allGoesWell() {
        behaviours.clear();
    }

    @Test
    void nothing_of_the_person_stands_outside_the_case_file() throws Exception {
        var person = person();
        var needles = Needles.of(person);
        needles.add("typed", TYPED);
        needles.add("script's sentence", "Oplyst af borgeren ved fremmødet");
        try (var log = new CapturedLog()) {
            var reference = sendFourTimesAtOnce(application(person));
            scan("application received", needles, log);

            behaviours.next("cpr", "search", Behaviour.of(Behaviour.Kind.FAIL));
            behaviours.next("cpr", "registrations", Behaviour.of(Behaviour.Kind.FAIL));
            behaviours.next("mitid", "identities", Behaviour.of(Behaviour.Kind.FAIL));
            behaviours.next("siri", "hand-overs", Behaviour.of(Behaviour.Kind.FAIL));
            work(reference, needles, log);

            assertThat(steps).as("tasks scanned").hasSizeGreaterThan(20);
            assertThat(found).as("places where a value of the person was found").isEmpty();
            assertThat(log.lines()).as("something was logged and scanned").isNotEmpty();
        }
    }

    @Test
    void nor_does_any_turn_of_life_leave_something_of_the_person() throws Exception {
        var person = another();
        var needles = Needles.of(person);
        needles.add("typed", TYPED);
        needles.add("corrected name", "Zwölferhornsen");
        try (var log = new CapturedLog()) {
            var reference = sendFourTimesAtOnce(application(person));
            turn(reference, "relocation", Map.of("relocationMunicipality", "0147", "relocationNote", TYPED));
            work(reference, needles, log);

            turn(reference, "correction", Map.of("correctionKind", "identity", "correctionReason", TYPED));
            scan("correction requested", needles, log);
            submit(
                    reference,
                    "correctData",
                    "sagsbehandler",
                    Map.of(
                            "correctionOutcome",
                            "correct",
                            "newFamilyName",
                            "Zwölferhornsen",
                            "correctionEvidence",
                            TYPED));
            scan("correction proposed", needles, log);
            submit(
                    reference,
                    "approveCorrection",
                    "sagsbehandler2",
                    Map.of("correctionApproval", "approve", "correctionApprovalNote", TYPED));
            work(reference, needles, log);

            turn(
                    reference,
                    "complaint",
                    Map.of("complaintDecision", "mitId", "complaintChannel", "mail", "complaintText", TYPED));
            scan("complaint received", needles, log);
            submit(
                    reference,
                    "reconsiderDecision",
                    "sagsbehandler",
                    Map.of("complaintDecisionOn", today(), "complaintOutcome", "upheld", "complaintReasons", TYPED));
            work(reference, needles, log);

            turn(
                    reference,
                    "departure",
                    Map.of("departureKind", "departed", "departureReportedBy", "citizen", "departureNote", TYPED));
            work(reference, needles, log);

            person.put("identityDocumentNumber", "X9Q7K4Z23");
            needles.add("identityDocumentNumber", "X9Q7K4Z23");
            var withdrawn = sendFourTimesAtOnce(application(person));
            turn(
                    withdrawn,
                    "withdrawal",
                    Map.of("withdrawnBy", "citizen", "withdrawalChannel", "phone", "withdrawalNote", TYPED));
            work(withdrawn, needles, log);

            assertThat(steps).as("tasks scanned").hasSizeGreaterThan(20);
            assertThat(found).as("places where a value of the person was found").isEmpty();
        }
    }

    @Test
    void nor_does_a_doubt_with_nidc_and_a_hearing() throws Exception {
        var person = another();
        person.put("identityDocumentNumber", "X9Q7K4Z24");
        var needles = Needles.of(person);
        needles.add("typed", TYPED);
        try (var log = new CapturedLog()) {
            var reference = sendFourTimesAtOnce(application(person));
            behaviours.next("nidc", "referrals", Behaviour.of(Behaviour.Kind.FAIL));
            answer(
                    reference,
                    Map.of(
                            "identityOutcome",
                            "doubt",
                            "doubtReason",
                            TYPED,
                            "doubtOutcome",
                            "askNidc",
                            "nidcQuestion",
                            TYPED),
                    () -> caseFile.read(new CaseReference(reference), List.of("nidcResult"))
                            .containsKey("nidcResult"),
                    needles,
                    log);
            answer(
                    reference,
                    Map.of(
                            "doubtOutcome",
                            "refusalConsidered",
                            "hearingAnswerText",
                            TYPED,
                            "refusalOutcome",
                            "refused",
                            "refusalReason",
                            TYPED),
                    () -> !"open"
                            .equals(caseFile.get(new CaseReference(reference)).status()),
                    needles,
                    log);

            assertThat(caseFile.read(new CaseReference(reference), List.of("identityDecision")))
                    .containsEntry("identityDecision", "refused");
            supervise(reference, needles, log);
            assertThat(found).as("places where a value of the person was found").isEmpty();
        }
    }

    /** A doubt is always drawn; what is found in it and why no control follows is told in words of the person. */
    private void supervise(String reference, Needles needles, CapturedLog log) {
        var day = Map.of("value", today());
        var started = new EngineRest("http://localhost:" + port, "tilsyn")
                .post(
                        "/process-definition/key/controlSupervision/submit-form",
                        Map.of("variables", Map.of("periodFrom", day, "periodTo", day)));
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        var jobs = new JobRunner(management);
        runDespiteIncidents(jobs, needles, log);
        submit(
                reference,
                "reviewControl",
                "tilsyn",
                Map.of("finding", "error", "findingText", TYPED, "followUp", "recontrol", "followUpDue", today()));
        runDespiteIncidents(jobs, needles, log);
        scan("finding", needles, log);
        submit(
                reference,
                "recontrolIdentity",
                "idkontrol2",
                Map.of("recontrolPossible", "no", "recontrolImpossibleReason", TYPED));
        runDespiteIncidents(jobs, needles, log);
        scan("no control anew", needles, log);
        submit(reference, "closeFinding", "tilsyn", Map.of("recontrolEnd", "lapsed", "closingText", TYPED));
        runDespiteIncidents(jobs, needles, log);
        scan("finding closed", needles, log);
    }

    /** Works the case with these answers where a form shows nothing yet, scanning after each round. */
    private void answer(
            String reference,
            Map<String, Object> answers,
            java.util.function.BooleanSupplier done,
            Needles needles,
            CapturedLog log)
            throws Exception {
        var workers = new ScriptedCaseworkers("http://localhost:" + port, new ScriptedForm(applicationClock, answers));
        var jobs = new JobRunner(management);
        for (int round = 0; round < 200 && !done.getAsBoolean(); round++) {
            runDespiteIncidents(jobs, needles, log);
            if (!done.getAsBoolean() && workers.round(reference).isEmpty()) {
                Thread.sleep(100);
                clock.advance(Duration.ofSeconds(10));
            }
            scan("round " + round, needles, log);
        }
        assertThat(done.getAsBoolean())
                .as("not done, refused: %s", workers.refusals())
                .isTrue();
    }

    /** Starts a turn of life by its form, with today for its day; one that is refused first leaves nothing either. */
    private void turn(String reference, String process, Map<String, String> answers) {
        var day = Map.of(
                "relocation", "relocatedOn",
                "complaint", "complaintReceivedOn",
                "departure", "departureDate",
                "withdrawal", "withdrawalReceivedOn");
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        variables.put("caseReference", Map.of("value", reference));
        if (day.containsKey(process)) {
            variables.put(day.get(process), Map.of("value", today()));
        }
        var caseworker = new EngineRest("http://localhost:" + port, "sagsbehandler");
        var start = "/process-definition/key/" + process + "/submit-form";
        Map<String, Object> wrong = new LinkedHashMap<>(variables);
        wrong.put("nickname", Map.of("value", TYPED));
        assertThat(caseworker.post(start, Map.of("variables", wrong)).status()).isEqualTo(400);
        var started = caseworker.post(start, Map.of("variables", variables));
        assertThat(started.status()).as(started.text()).isEqualTo(200);
    }

    private void submit(String reference, String task, String account, Map<String, String> answers) {
        var worker = new EngineRest("http://localhost:" + port, account);
        var id = worker.get("/task?processInstanceBusinessKey=" + reference + "&taskDefinitionKey=" + task)
                .body()
                .at("/0/id")
                .asText();
        assertThat(worker.post("/task/" + id + "/claim", Map.of("userId", account))
                        .status())
                .as(task)
                .isEqualTo(204);
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        var done = worker.post("/task/" + id + "/submit-form", Map.of("variables", variables));
        assertThat(done.status()).as(done.text()).isEqualTo(204);
    }

    private String today() {
        return LocalDate.now(applicationClock).toString();
    }

    private void work(String reference, Needles needles, CapturedLog log) throws Exception {
        var address = "http://localhost:" + port;
        var workers = new ScriptedCaseworkers(address, applicationClock, new ScriptedCaseworkers.Onlooker() {
            @Override
            public void opened(EngineRest account, String taskId, String task) {
                refuseTwice(account, taskId);
                draft(account, taskId);
                scan(task + " open", needles, log);
            }

            @Override
            public void submitted(EngineRest account, String taskId, String task) {
                scan(task + " done", needles, log);
            }
        });
        var jobs = new JobRunner(management);
        for (int round = 0; round < 200 && workers.running(reference); round++) {
            runDespiteIncidents(jobs, needles, log);
            addCprNumber(reference, needles);
            if (workers.round(reference).isEmpty()) {
                Thread.sleep(100);
                // An authority that failed is left in peace for half a minute.
                clock.advance(Duration.ofSeconds(10));
            }
        }
        assertThat(workers.running(reference))
                .as("case still open, refused: %s", workers.refusals())
                .isFalse();
        scan("case closed", needles, log);
    }

    /** A job that fails becomes an incident, is scanned, and is tried again as IT staff would. */
    private void runDespiteIncidents(JobRunner jobs, Needles needles, CapturedLog log) {
        for (var due = jobs.due(); !due.isEmpty(); due = jobs.due()) {
            for (var job : due) {
                management.setJobRetries(job.getId(), 1);
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException failed) {
                    scan("failed: " + failed.getClass().getSimpleName(), needles, log);
                    assertThat(new PrivacyScan(needles).lines("exception", List.of(trace(failed))))
                            .isEmpty();
                    management.setJobRetries(job.getId(), 1);
                }
            }
        }
    }

    private static String trace(Throwable failure) {
        var writer = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(writer));
        return writer.toString();
    }

    private void refuseTwice(EngineRest account, String taskId) {
        var unknown = account.post(
                "/task/" + taskId + "/submit-form",
                Map.of("variables", Map.of("unknownKey", Map.of("value", TYPED), TYPED, Map.of("value", TYPED))));
        assertThat(unknown.status()).isEqualTo(400);
        var complete = account.post(
                "/task/" + taskId + "/complete", Map.of("variables", Map.of("note", Map.of("value", TYPED))));
        assertThat(complete.status()).isGreaterThanOrEqualTo(400);
    }

    private void draft(EngineRest account, String taskId) {
        var user = WebappUser.login(port, account.account(), "demo", "tasklist");
        var saved = user.http()
                .json(
                        "PUT",
                        "/camunda/api/ics/task/" + taskId + "/draft",
                        "{\"values\":{\"remarks\":\"" + TYPED + "\"}}");
        assertThat(saved.statusCode()).as(saved.body()).isLessThan(300);
        // The script starts from the case file, not from this draft.
        user.http().json("DELETE", "/camunda/api/ics/task/" + taskId + "/draft", "");
    }

    private void addCprNumber(String reference, Needles needles) {
        caseFile.read(new CaseReference(reference), List.of("cprNumber")).forEach(needles::add);
    }

    private void scan(String step, Needles needles, CapturedLog log) {
        steps.add(step);
        var scan = new PrivacyScan(needles);
        try (var connection = database.as("postgres").getConnection()) {
            scan.engineTables(connection).forEach(finding -> found.add(step + ": " + finding));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        scan.lines("log", log.lines()).forEach(finding -> found.add(step + ": " + finding));
    }

    private String sendFourTimesAtOnce(String application) throws Exception {
        try (var senders = closing(Executors.newFixedThreadPool(4))) {
            Callable<String> send = () -> {
                var answer = Http.anonymous(port).json("POST", "/api/applications", application);
                assertThat(answer.statusCode()).isIn(200, 201);
                return json.readTree(answer.body()).at("/cases/0/reference").asText();
            };
            var references = new ArrayList<String>();
            for (var sent : senders.service().invokeAll(List.of(send, send, send, send))) {
                references.add(sent.get());
            }
            assertThat(references.stream().distinct()).hasSize(1);
            return references.get(0);
        }
    }

    private record Senders(java.util.concurrent.ExecutorService service) implements AutoCloseable {
        @Override
        public void close() {
            service.shutdownNow();
        }
    }

    private static Senders closing(java.util.concurrent.ExecutorService service) {
        return new Senders(service);
    }

    private static Map<String, Object> person() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("familyName", "Quistgård-Zßymański");
        person.put("givenNames", "Xaveríos Þorvald");
        person.put("birthDate", LocalDate.of(1987, 11, 23));
        person.put("birthPlace", "Ústí nad Orlicí");
        person.put("identityDocumentNumber", "X9Q7K4Z21");
        person.put("foreignPersonalNumber", "83114-QX-77");
        person.put("previousAddress", "Třebovská 4711, Česká Třebová");
        person.put("addressLine", "Kattegatstræde 998, 7. mf.");
        person.put("coName", "Blåbjerg Überhuus");
        person.put("email", "xaverios.q@nowhere-mail.example");
        person.put("phone", "+420 731 998 441");
        person.put("employer", "Vindmøllernes Wörksted ApS");
        return person;
    }

    /** Somebody else, whom no register knows. */
    private static Map<String, Object> another() {
        Map<String, Object> person = person();
        person.put("familyName", "Grünwæld-Šťastná");
        person.put("givenNames", "Þórhildur Xénia");
        person.put("birthDate", LocalDate.of(1979, 2, 27));
        person.put("identityDocumentNumber", "X9Q7K4Z22");
        person.put("foreignPersonalNumber", "83114-QX-78");
        person.put("email", "thorhildur.x@nowhere-mail.example");
        person.put("phone", "+420 731 998 442");
        return person;
    }

    private String application(Map<String, Object> person) throws IOException {
        var application = (ObjectNode) json.readTree(Files.readString(Path.of("samples/german-engineer.json")));
        var sent = (ObjectNode) application.at("/persons/0");
        person.forEach((key, value) -> sent.put(key, value.toString()));
        return application.toString();
    }
}
