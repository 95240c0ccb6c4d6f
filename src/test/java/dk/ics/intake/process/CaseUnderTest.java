package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.JournalEntry;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.journey.ScriptedForm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** One case, worked by the accounts that may, and what has become of it. */
final class CaseUnderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> ACCOUNTS = Map.of(
            "visitation", "visitation",
            "caseworker", "sagsbehandler",
            "identityControl", "idkontrol",
            "identitySpecialist", "specialist",
            "employment", "bif",
            "supervisor", "tilsyn");

    private final ProcessEngine engine;
    private final CaseFile caseFile;
    private final String address;
    private final CaseReference reference;
    private final ScriptedForm script;
    private final Set<String> left = new HashSet<>();

    CaseUnderTest(ProcessEngine engine, CaseFile caseFile, Clock clock, String address, CaseReference reference) {
        this.engine = engine;
        this.caseFile = caseFile;
        this.address = address;
        this.reference = reference;
        this.script = new ScriptedForm(clock);
    }

    CaseReference reference() {
        return reference;
    }

    /** Works tasks one after the other with the positive answers, and runs what follows each. */
    CaseUnderTest work(String... tasks) {
        for (String task : tasks) {
            work(task, Map.of());
        }
        return this;
    }

    /** Works a task as a member of its group, giving these answers of her own, and runs what follows. */
    CaseUnderTest work(String task, Map<String, Object> answers) {
        EngineRest worker = take(task);
        String path = "/task/" + task(task).getId();
        EngineRest.Answer form = worker.get(path + "/deployed-form");
        EngineRest.Answer values = worker.get(path + "/form-variables");
        assertThat(form.ok() && values.ok()).as("form of " + task).isTrue();
        Map<String, Object> variables = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(
                        script.fill(form.body(), values.body()).get("variables")))
                .forEach((key, value) -> variables.put(String.valueOf(key), value));
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        EngineRest.Answer answer = worker.post(path + "/submit-form", Map.of("variables", variables));
        assertThat(answer.status()).as(task + ": " + answer.body()).isEqualTo(204);
        return run();
    }

    /** A member of its group takes the task. */
    EngineRest take(String task) {
        Task open = task(task);
        EngineRest worker = new EngineRest(address, account(open));
        assertThat(worker.post("/task/" + open.getId() + "/claim", Map.of("userId", worker.account()))
                        .status())
                .isEqualTo(204);
        return worker;
    }

    /** A member of the group that works this task. */
    String accountFor(String task) {
        return account(task(task));
    }

    /** What the form of an open task shows to a member of its group. */
    JsonNode shown(String task) {
        Task open = task(task);
        return new EngineRest(address, account(open))
                .get("/task/" + open.getId() + "/form-variables")
                .body();
    }

    /** From now on jobs like {@code sendInvitation/async-before} are left waiting. */
    CaseUnderTest leaving(String... jobs) {
        left.addAll(List.of(jobs));
        return this;
    }

    /** The jobs that were left waiting. */
    List<Job> leftJobs() {
        return dueJobs().filter(this::isLeft).toList();
    }

    /** Runs every job of the case that is due; one that fails is an error of the test. */
    CaseUnderTest run() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
        return this;
    }

    /** Waits for an authority until the task is open. */
    CaseUnderTest until(String task) {
        return until(() -> openTasks().contains(task));
    }

    /** Waits for an authority, running the jobs. */
    CaseUnderTest until(BooleanSupplier come) {
        Instant deadline = Instant.now().plus(PATIENCE);
        run();
        while (!come.getAsBoolean()) {
            assertThat(Instant.now()).as("open: " + openTasks()).isBefore(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            run();
        }
        return this;
    }

    /** Waits for an authority until the case has passed this end. */
    CaseUnderTest untilEnd(String event) {
        return until(() -> hasPassed(event));
    }

    /** The time of a timer has come. */
    CaseUnderTest fireTimer(String event) {
        engine.getManagementService().executeJob(timer(event).getId());
        return run();
    }

    /** The waiting timer of a boundary event. */
    Job timer(String event) {
        return instances().stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .timers()
                        .activityId(event)
                        .list()
                        .stream())
                .reduce((one, other) -> {
                    throw new AssertionError("Two timers " + event);
                })
                .orElseThrow(() -> new AssertionError("No timer " + event + " in " + openTasks()));
    }

    /** The ids of the open tasks, in order of name. */
    List<String> openTasks() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    Task task(String id) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(id)
                .singleResult();
        assertThat(task).as(id + " among " + openTasks()).isNotNull();
        return task;
    }

    /** Whether the case stands at this activity. */
    boolean isAt(String activity) {
        return instances().stream().anyMatch(instance -> isAt(instance, activity));
    }

    private boolean isAt(String instance, String activity) {
        try {
            return engine.getRuntimeService().getActiveActivityIds(instance).contains(activity);
        } catch (NullValueException endedMeanwhile) {
            return false;
        }
    }

    /** Whether the case has been there and gone on. */
    boolean hasPassed(String event) {
        return histories().stream()
                .anyMatch(instance -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(event)
                        .finished()
                        .list()
                        .stream()
                        .anyMatch(activity -> !activity.isCanceled()));
    }

    /** All instances the case has had, finished or not. */
    List<HistoricProcessInstance> histories() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .list();
    }

    /** The case is closed with this outcome, and nothing of it is left to be done. */
    void isClosed(String outcome) {
        assertThat(caseFile.get(reference))
                .returns("closed", CaseFileEntry::status)
                .returns(outcome, CaseFileEntry::outcome);
        assertThat(caseFile.get(reference).closedAt()).isNotNull();
        isOver();
    }

    /** No instance, so no task and no job, is left; what waits for the post only is waited for. */
    void isOver() {
        if (isAt("awaitDelivery")) {
            untilEnd("cardDelivered");
        }
        assertThat(openTasks()).isEmpty();
        assertThat(instances()).isEmpty();
    }

    void hasNoIncident() {
        assertThat(instances())
                .allSatisfy(instance -> assertThat(engine.getRuntimeService()
                                .createIncidentQuery()
                                .processInstanceId(instance)
                                .list())
                        .isEmpty());
    }

    /** The acts in the journal: id, and outcome where there is one. */
    List<String> journal() {
        return caseFile.journalOf(reference).stream()
                .map(CaseUnderTest::act)
                .distinct()
                .toList();
    }

    /** What the case file says; empty when it says nothing. */
    Object file(String key) {
        return caseFile.read(reference, List.of(key)).getOrDefault(key, "");
    }

    private static String act(JournalEntry entry) {
        return entry.outcome() == null ? entry.actCode() : entry.actCode() + ": " + entry.outcome();
    }

    private List<Job> due() {
        return dueJobs().filter(job -> !isLeft(job)).toList();
    }

    private Stream<Job> dueJobs() {
        return instances().stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .executable()
                                .list()
                                .stream());
    }

    private boolean isLeft(Job job) {
        if (left.isEmpty()) {
            return false;
        }
        JobDefinition definition = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return left.contains(definition.getActivityId() + "/" + definition.getJobConfiguration());
    }

    private List<String> instances() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private String account(Task task) {
        return account(engine, task);
    }

    static String account(ProcessEngine engine, Task task) {
        if (task.getTaskDefinitionKey().equals("approveCorrection")) {
            return "sagsbehandler2"; // Whoever has corrected does not approve.
        }
        if (task.getTaskDefinitionKey().equals("recontrolIdentity")) {
            return "idkontrol2"; // Whoever has controlled does not control again.
        }
        String group = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(ACCOUNTS.get(group), group);
    }
}
