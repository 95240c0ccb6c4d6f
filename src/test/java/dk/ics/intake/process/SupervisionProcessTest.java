package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.supervision.SupervisedItem;
import dk.ics.intake.supervision.Supervision;
import dk.ics.intake.supervision.Supervisions;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Supervision from the sample to its end, and that nobody supervises the own work, whichever way it would come. */
class SupervisionProcessTest extends ProcessTest {

    private static final String CONTROLLER = "idkontrol";
    private static final Map<String, Object> ERROR = Map.of(
            "finding", "error",
            "findingText", "Billedet er ikke sammenholdt med borgeren.",
            "trainingCourse", "identityControlBasics");

    private static int month;

    @Autowired
    Supervisions supervisions;

    @Autowired
    IdentityService accounts;

    @Autowired
    TestDatabase database;

    @Autowired
    TaskDoor door;

    private record Root(String path, Function<String, Http> as) {

        @Override
        public String toString() {
            return path;
        }
    }

    /** Each test has a month of its own, so that it draws its own controls only. */
    @BeforeEach
    void aMonthOfItsOwn() {
        month++;
        testClock.set(
                LocalDateTime.of(2026 + month / 12, month % 12 + 1, 15, 10, 0).atZone(DanishCalendar.COPENHAGEN));
    }

    @AfterEach
    void nobodyIsBoth() {
        accounts.clearAuthentication();
        for (String group : List.of("supervisor", "identitySpecialist")) {
            accounts.deleteMembership(CONTROLLER, group);
        }
        accounts.deleteMembership("specialist", "supervisor");
    }

    @Test
    @Reaches({"supervisionClosed", "controlReviewed"})
    void a_supervisor_starts_one_reviews_what_was_drawn_and_it_is_over() {
        CaseUnderTest approved = controlled(Map.of());
        CaseUnderTest second = controlled(Map.of());
        Supervision started = start(200);

        assertThat(started)
                .returns(2, Supervision::population)
                .returns("tilsyn", Supervision::startedBy)
                .returns(1, Supervision::items);
        SupervisedItem item = supervisions.items(started.number()).get(0);
        assertThat(item).returns("random", SupervisedItem::reason).returns(CONTROLLER, SupervisedItem::controlledBy);
        CaseUnderTest drawn = item.caseReference().equals(approved.reference()) ? approved : second;
        JsonNode form = drawn.shown("reviewControl");
        assertThat(form.path("requirements").path("value").toString()).contains("Opfyldt");
        assertThat(form.path("facts").path("value").toString())
                .contains("idkontrol", "2026-1", "Identitetskontrol – grundkursus", "stikprøve");

        drawn.work("reviewControl");
        track(drawn, started);
        assertThat(drawn.openTasks()).isEmpty();
        assertThat(find(started)).returns(1, Supervision::closed).returns(0, Supervision::findings);
        assertThat(find(started).endedAt()).isNotNull();
    }

    @Test
    @Reaches({"findingClosed", "recontrolMade"})
    void an_error_is_controlled_again_by_another_and_the_case_stays_as_it_is() {
        CaseUnderTest theCase = controlled(Map.of("differenceExplanation", "x"));
        String before = database("select to_jsonb(i)::text from ics.identity i where case_reference = ?", theCase);
        Supervision started = start(200);
        theCase.work("reviewControl", with(ERROR, "followUp", "both"));
        assertThat(theCase.openTasks()).containsExactly("recontrolIdentity");
        assertThat(theCase.shown("recontrolIdentity")
                        .path("assignment")
                        .path("value")
                        .toString())
                .contains("Billedet er ikke sammenholdt");

        theCase.work(
                "recontrolIdentity",
                Map.of(
                        "mrzReading", "none",
                        "mrzMissingReason", "Linjerne er slidt.",
                        "identityDocumentNumber", "ANDET9999",
                        "identityOutcome", "doubt",
                        "doubtReason", "Nummeret er et andet."));
        assertThat(database("select to_jsonb(i)::text from ics.identity i where case_reference = ?", theCase))
                .isEqualTo(before);
        assertThat(theCase.file("identityDocumentNumber")).isNotEqualTo("ANDET9999");
        assertThat(database(
                        "select string_agg(controlled_by || ':' || result, ',' order by control_no) from ics.control"
                                + " where case_reference = ?",
                        theCase))
                .isEqualTo("idkontrol:approved,idkontrol2:doubt");
        assertThat(database(
                        "select count(*)::text from ics.control_requirement where control_no = 2 and case_reference = ?",
                        theCase))
                .isNotEqualTo("0");

        EngineRest supervisor = theCase.take("closeFinding");
        EngineRest.Answer early = supervisor.post(
                "/task/" + theCase.task("closeFinding").getId() + "/submit-form", answers("done", "done"));
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text())
                .contains("Der er ikke registreret et nyt gennemført kursus", "Genkontrollen endte i tvivl.");

        train();
        theCase.work("closeFinding", Map.of("closingText", "Rettelse er startet på sagen."));
        track(theCase, started);
        assertThat(supervisions.items(started.number()).get(0).followUps())
                .extracting(followUp -> followUp.kind() + ":"
                        + followUp.employee() + ":"
                        + java.util.Objects.requireNonNull(followUp.end()).result())
                .containsExactly("recontrol:null:done", "training:idkontrol:done");
        assertThat(find(started).endedAt()).isNotNull();
    }

    @Test
    void a_control_that_cannot_be_made_again_lapses_with_a_reason() {
        CaseUnderTest theCase = controlled(Map.of());
        Supervision started = start(200);
        theCase.work("reviewControl", with(ERROR, "followUp", "recontrol"))
                .work(
                        "recontrolIdentity",
                        Map.of("recontrolPossible", "no", "recontrolImpossibleReason", "Borgeren er udrejst."));

        EngineRest supervisor = theCase.take("closeFinding");
        String path = "/task/" + theCase.task("closeFinding").getId() + "/submit-form";
        assertThat(supervisor.post(path, answers("done", null)).text()).contains("Genkontrollen er ikke udført.");
        assertThat(supervisor.post(path, answers("lapsed", null)).text())
                .contains("Skriv, hvorfor opfølgningen er bortfaldet.");
        theCase.work("closeFinding", Map.of("recontrolEnd", "lapsed", "closingText", "Kan ikke nås."));
        track(theCase, started);
        assertThat(find(started).endedAt()).isNotNull();
    }

    @Test
    void an_error_without_follow_up_is_refused() {
        CaseUnderTest theCase = controlled(Map.of());
        start(200);
        EngineRest supervisor = theCase.take("reviewControl");
        Map<String, Object> answers = new HashMap<>();
        with(ERROR, "followUp", "none").forEach((key, value) -> answers.put(key, Map.of("value", value)));
        answers.remove("trainingCourse");
        EngineRest.Answer refused = supervisor.post(
                "/task/" + theCase.task("reviewControl").getId() + "/submit-form", Map.of("variables", answers));
        assertThat(refused.text()).contains("En fejl skal følges op");
    }

    @Test
    @Reaches("nothingToSupervise")
    void a_period_without_controls_is_over_at_once_and_says_so() {
        LocalDate first = LocalDate.now(clock).withDayOfMonth(1);
        EngineRest.Answer answer = as("tilsyn").post(START, period(first, first));
        assertThat(answer.ok()).as(answer.text()).isTrue();
        Supervision empty = supervisions.all().get(0);
        assertThat(empty).returns(0, Supervision::population).returns(0, Supervision::items);
        assertThat(empty.endedAt()).isNotNull();
        reached("nothingToSupervise", answer.body().path("id").asText());
    }

    @Test
    @Reaches("supervisionStarted")
    void each_month_one_begins_by_itself_on_the_first_working_day() {
        CaseUnderTest theCase = controlled(Map.of("identityOutcome", "doubt"));
        LocalDate controlled = LocalDate.now(clock);
        LocalDate next = controlled.plusMonths(1).withDayOfMonth(1);
        testClock.set(next.atTime(9, 0).atZone(DanishCalendar.COPENHAGEN));
        Job timer = engine.getManagementService()
                .createJobQuery()
                .activityId("monthBegun")
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        Job following = engine.getManagementService()
                .createJobQuery()
                .activityId("monthBegun")
                .singleResult();
        assertThat(LocalDate.ofInstant(following.getDuedate().toInstant(), DanishCalendar.COPENHAGEN))
                .isEqualTo(next.plusMonths(1));
        // Other tests' clocks stand elsewhere.
        engine.getManagementService()
                .setJobDuedate(following.getId(), java.util.Date.from(java.time.Instant.parse("2099-01-01T06:00:00Z")));
        ProcessInstance waiting = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("supervisionCycle")
                .list()
                .stream()
                .filter(instance -> engine.getRuntimeService()
                        .getActiveActivityIds(instance.getId())
                        .contains("firstWorkingDay"))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.getTenantId()).isEqualTo("0000");
        Job day = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(waiting.getId())
                .timers()
                .singleResult();
        LocalDate due = LocalDate.ofInstant(day.getDuedate().toInstant(), DanishCalendar.COPENHAGEN);
        assertThat(due).isBetween(next, next.plusDays(6));
        assertThat(due.getDayOfWeek().getValue()).isLessThan(6);
        engine.getManagementService().executeJob(day.getId());

        Supervision drawn = supervisions.all().get(0);
        assertThat(drawn)
                .returns(null, Supervision::startedBy)
                .returns(false, Supervision::seedGiven)
                .returns(controlled.withDayOfMonth(1), Supervision::periodFrom)
                .returns(next.minusDays(1), Supervision::periodTo)
                .returns(1, Supervision::items);
        assertThat(theCase.openTasks()).contains("reviewControl");
        reached("supervisionStarted", waiting.getId());
    }

    private Stream<Root> roots() {
        return Stream.of(
                new Root("/engine-rest", user -> Http.basic(port, user, "demo")),
                new Root(
                        "/camunda/api/engine/engine/default",
                        user -> WebappUser.login(port, user, "demo", user.equals("admin") ? "cockpit" : "tasklist")
                                .http()));
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTROLLER, "specialist"})
    void nobody_gets_a_control_he_had_a_part_in_also_after_a_change_of_role(String user) {
        CaseUnderTest theCase = controlled(Map.of("identityOutcome", "doubt")).work("examineDoubt");
        accounts.createMembership(user, "supervisor");
        start(200);
        String task = theCase.task("reviewControl").getId();
        String claim = "{\"userId\":\"" + user + "\"}";
        String give = "{\"userId\":\"" + user + "\",\"reason\":\"Prøve\"}";

        roots().forEach(root -> {
            HttpResponse<String> claimed = post(root, user, task, "/claim", claim);
            assertThat(claimed.statusCode()).as("%s", root).isEqualTo(403);
            assertThat(claimed.body())
                    .contains("Du har selv medvirket i kontrollen")
                    .doesNotContain("venter");
            HttpResponse<String> given = post(root, "tilsyn", task, "/assignee", give);
            assertThat(given.statusCode()).as("%s", root).isEqualTo(400);
            assertThat(given.body()).contains("kan ikke gives til den, der selv har medvirket");
            for (String act : List.of("/delegate", "/complete", "/resolve")) {
                assertThat(post(root, "admin", task, act, give).statusCode())
                        .as("%s %s", root, act)
                        .isEqualTo(403);
            }
            assertThat(post(root, "admin", task, "/assignee", give).statusCode())
                    .as("%s", root)
                    .isEqualTo(403);
        });
        assertThat(theCase.task("reviewControl").getAssignee()).isNull();

        // Past every filter: the engine and the table.
        assertThatThrownBy(() -> engine.getTaskService().setAssignee(task, user))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(FourEyes.SUPERVISED);
        engine.getTaskService().setAssignee(task, "tilsyn");
        roots().forEach(root -> assertThat(
                        post(root, user, task, "/submit-form", "{\"variables\":{\"finding\":{\"value\":\"none\"}}}")
                                .statusCode())
                .as("%s", root)
                .isEqualTo(403));
        accounts.setAuthentication(user, List.of("supervisor"), List.of("0000"));
        assertThatThrownBy(() ->
                        door.complete(engine.getTaskService(), task, Map.of("followUp", (Object) "none"), new Facts()))
                .hasMessageContaining(FourEyes.SUPERVISED);
        accounts.clearAuthentication();
        SupervisedItem item =
                supervisions.items(supervisions.all().get(0).number()).get(0);
        for (String role : List.of("app", "owner")) {
            assertThatThrownBy(() -> new JdbcTemplate(database.as(role))
                            .update(
                                    "insert into ics.supervision_review values (?, ?, ?, ?, 'none', null)",
                                    item.supervision(),
                                    item.number(),
                                    user,
                                    clock.instant().atOffset(java.time.ZoneOffset.UTC)))
                    .as(role)
                    .hasMessageContaining("supervised by somebody who had a part in it");
        }
    }

    @Test
    void who_had_it_before_the_role_changed_cannot_send_it() {
        CaseUnderTest theCase = controlled(Map.of());
        start(200);
        String task = theCase.task("reviewControl").getId();
        accounts.createMembership(CONTROLLER, "supervisor");
        // As if it had been given to him by somebody who owns the database.
        database.execute("update act_ru_task set assignee_ = '" + CONTROLLER + "' where id_ = '" + task + "'");
        roots().forEach(root -> {
            HttpResponse<String> sent =
                    post(root, CONTROLLER, task, "/submit-form", "{\"variables\":{\"finding\":{\"value\":\"none\"}}}");
            assertThat(sent.statusCode()).as("%s", root).isEqualTo(403);
            assertThat(sent.body()).contains("Du har selv medvirket i kontrollen");
        });
    }

    @Test
    void the_control_made_again_is_nobodys_who_made_the_first() {
        CaseUnderTest theCase = controlled(Map.of());
        start(200);
        theCase.work("reviewControl", with(ERROR, "followUp", "recontrol"));
        String task = theCase.task("recontrolIdentity").getId();
        roots().forEach(root -> assertThat(post(root, CONTROLLER, task, "/claim", "{\"userId\":\"" + CONTROLLER + "\"}")
                        .statusCode())
                .as("%s", root)
                .isEqualTo(403));
        assertThat(theCase.task("recontrolIdentity").getTenantId()).isEqualTo("0147");
        theCase.take("recontrolIdentity");
    }

    @Test
    void an_item_nobody_may_review_waits_and_says_so() {
        CaseUnderTest theCase = controlled(Map.of());
        accounts.createMembership(CONTROLLER, "supervisor");
        accounts.deleteMembership("tilsyn", "supervisor");
        try {
            long number = startedBy(CONTROLLER);
            roots().forEach(root -> assertThat(post(
                                    root,
                                    CONTROLLER,
                                    theCase.task("reviewControl").getId(),
                                    "/claim",
                                    "{\"userId\":\"" + CONTROLLER + "\"}")
                            .body())
                    .as("%s", root)
                    .contains("Alle i gruppen »Tilsyn« har medvirket, så opgaven venter"));
            HttpResponse<String> shown = WebappUser.login(port, CONTROLLER, "demo", "tasklist")
                    .http()
                    .get("/camunda/api/ics/supervisions/" + number);
            assertThat(shown.body()).contains("\"waitsForAnother\":true");
        } finally {
            accounts.createMembership("tilsyn", "supervisor");
        }
        theCase.take("reviewControl");
    }

    @Test
    void a_supervisor_works_the_supervisions_tasks_and_nothing_else() {
        CaseUnderTest other = begin("identityControl", Map.of());
        String task = other.task("controlIdentity").getId();
        roots().forEach(root -> {
            assertThat(root.as()
                            .apply("tilsyn")
                            .get(root.path() + "/task/" + task + "/form-variables")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(root, "tilsyn", task, "/claim", "{\"userId\":\"tilsyn\"}")
                            .statusCode())
                    .isEqualTo(403);
        });
    }

    private static final String START = "/process-definition/key/controlSupervision/submit-form";

    /** A case whose identity was controlled. */
    private CaseUnderTest controlled(Map<String, Object> answers) {
        return begin("identityControl", Map.of()).work("controlIdentity", answers);
    }

    private Supervision start(int expected) {
        LocalDate today = LocalDate.now(clock);
        EngineRest.Answer answer = as("tilsyn").post(START, period(today, today));
        assertThat(answer.status()).as(answer.text()).isEqualTo(expected);
        return supervisions.all().get(0);
    }

    private long startedBy(String user) {
        String today = LocalDate.now(clock).toString();
        HttpResponse<String> answer = WebappUser.login(port, user, "demo", "tasklist")
                .http()
                .json(
                        "POST",
                        "/camunda/api/ics/supervisions",
                        "{\"periodFrom\":\"%s\",\"periodTo\":\"%s\"}".formatted(today, today));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return supervisions.all().get(0).number();
    }

    private Supervision find(Supervision started) {
        return supervisions.find(started.number()).orElseThrow();
    }

    private static Map<String, Object> period(LocalDate from, LocalDate to) {
        return Map.of(
                "variables",
                Map.of(
                        "periodFrom", Map.of("value", from.toString()),
                        "periodTo", Map.of("value", to.toString())));
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put(key, value);
        return all;
    }

    private static Map<String, Object> answers(String recontrol, @org.jspecify.annotations.Nullable String training) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("recontrolEnd", Map.of("value", recontrol));
        if (training != null) {
            variables.put("trainingEnd", Map.of("value", training));
        }
        return Map.of("variables", variables);
    }

    private void train() {
        HttpResponse<String> trained = WebappUser.login(port, "tilsyn", "demo", "tasklist")
                .http()
                .json(
                        "POST",
                        "/camunda/api/ics/training",
                        "{\"userId\":\"idkontrol\",\"course\":\"identityControlBasics\",\"completedOn\":\"%s\"}"
                                .formatted(LocalDate.now(clock)));
        assertThat(trained.statusCode()).as(trained.body()).isEqualTo(201);
    }

    private HttpResponse<String> post(Root root, String user, String task, String act, String body) {
        return root.as().apply(user).json("POST", root.path() + "/task/" + task + act, body);
    }

    private String database(String sql, CaseUnderTest theCase) {
        return String.valueOf(new JdbcTemplate(database.as("postgres"))
                .queryForObject(sql, String.class, theCase.reference().value()));
    }

    /** Runs what follows the last review and lets the test's case stand for what the supervision has passed. */
    private void track(CaseUnderTest theCase, Supervision started) {
        String instance = engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableValueEquals("supervision", Long.toString(started.number()))
                .list()
                .stream()
                .map(variable -> variable.getProcessInstanceId())
                .filter(id -> isSupervision(id))
                .findFirst()
                .orElseThrow();
        for (List<Job> due = due(instance); !due.isEmpty(); due = due(instance)) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
        passed.addAll(events(instance));
        assertThat(theCase.openTasks()).isEmpty();
    }

    private void reached(String event, String instance) {
        assertThat(events(instance)).contains(event);
        passed.addAll(events(instance));
    }

    private boolean isSupervision(String instance) {
        HistoricProcessInstance found = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
        return found.getProcessDefinitionKey().equals("controlSupervision");
    }

    private List<String> events(String instance) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .finished()
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    private List<Job> due(String instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .executable()
                .list();
    }
}
