package dk.ics.intake.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.journey.JobRunner;
import dk.ics.intake.journey.ScriptedForm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;

/** Everybody else on the case: what the story is not about is done over REST, by the accounts that may. */
final class Colleagues {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> ACCOUNTS = Map.of(
            "visitation", "visitation",
            "caseworker", "sagsbehandler",
            "identityControl", "idkontrol",
            "identitySpecialist", "specialist",
            "employment", "bif");

    private final String baseUrl;
    private final ProcessEngine engine;
    private final JobRunner jobs;
    private final ScriptedForm script;

    Colleagues(BeanFactory application, String baseUrl) {
        this.baseUrl = baseUrl;
        this.engine = application.getBean(ProcessEngine.class);
        this.jobs = new JobRunner(engine.getManagementService());
        this.script = new ScriptedForm(application.getBean(Clock.class));
    }

    /** @return the references of the cases that this sample becomes, in order of its persons */
    List<String> send(String sample) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(baseUrl + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofFile(Path.of("samples", sample)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        jobs.runAll();
        return JSON.readTree(answer.body()).findValuesAsText("reference");
    }

    /** Works the cases until each of these tasks, and nothing else, is left to do. */
    void workUpTo(List<String> references, String... tasks) throws InterruptedException {
        Set<String> left = Set.of(tasks);
        await(references, left);
        for (List<Task> open = others(references, left); !open.isEmpty(); open = others(references, left)) {
            open.forEach(this::work);
            await(references, left);
        }
    }

    /** Works the cases until nothing of them runs any more. */
    void workToTheEnd(List<String> references) throws InterruptedException {
        workUpTo(references);
        assertThat(references).noneMatch(this::running);
    }

    /** Until nothing moves by itself. */
    void runJobs() {
        jobs.runAll();
    }

    List<String> openTasks(String reference) {
        return tasks(reference).map(Task::getTaskDefinitionKey).sorted().toList();
    }

    private void await(List<String> references, Set<String> left) throws InterruptedException {
        jobs.runUntil(() -> !others(references, left).isEmpty()
                || references.stream().allMatch(one -> !running(one) || standsAt(one, left)));
        assertThat(references).as("closed already").allMatch(one -> left.isEmpty() || running(one));
    }

    private boolean standsAt(String reference, Set<String> left) {
        return !left.isEmpty() && openTasks(reference).containsAll(left);
    }

    private boolean running(String reference) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .count()
                > 0;
    }

    private List<Task> others(List<String> references, Set<String> left) {
        return references.stream()
                .flatMap(this::tasks)
                .filter(task -> !left.contains(task.getTaskDefinitionKey()))
                .toList();
    }

    private Stream<Task> tasks(String reference) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).list().stream();
    }

    private void work(Task task) {
        EngineRest worker = new EngineRest(baseUrl, account(task));
        String path = "/task/" + task.getId();
        assertThat(worker.post(path + "/claim", Map.of("userId", worker.account()))
                        .ok())
                .isTrue();
        JsonNode form = worker.get(path + "/deployed-form").body();
        JsonNode values = worker.get(path + "/form-variables").body();
        EngineRest.Answer answer = worker.post(path + "/submit-form", script.fill(form, values));
        assertThat(answer.ok())
                .as(task.getTaskDefinitionKey() + ": " + answer.text())
                .isTrue();
        jobs.runAll();
    }

    private String account(Task task) {
        String group = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(ACCOUNTS.get(group), group);
    }
}
