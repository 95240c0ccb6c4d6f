package dk.ics.intake.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.packaging.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The delivered application in profile demo, worked over REST alone, with all its job threads. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScriptedCasesIT {

    private static final int CASES = 50;
    private static final int CLIENTS = 8;
    private static final Duration LIMIT_OF_A_SAMPLE = Duration.ofMinutes(1);
    private static final Duration LIMIT_OF_ALL = Duration.ofMinutes(6);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static Launch demo;
    private static String address;

    @BeforeAll
    static void start() throws Exception {
        demo = Launch.start(
                        directory,
                        Map.of("ICS_DATA_DIR", directory.resolve("data").toString(), "ICS_SIMULATOR_PORT", "0"),
                        Launch.java(Launch.jar().toAbsolutePath(), "--spring.profiles.active=demo"))
                .awaitHealthy();
        address = "http://127.0.0.1:" + demo.port();
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    @Test
    @Order(1)
    void every_sample_is_closed_within_a_minute_of_sending_it() throws Exception {
        // By name, so that a machine that is still warming up begins with the small ones.
        try (var samples = Files.list(Path.of("samples"))) {
            for (var sample : samples.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var expected = JSON.readTree(
                        Path.of("samples/expected", sample.getFileName().toString())
                                .toFile());
                var sent = Instant.now();
                var references = send(Files.readString(sample));
                for (int person = 0; person < references.size(); person++) {
                    var workers = new ScriptedCaseworkers(address, Clock.systemUTC());
                    var left = LIMIT_OF_A_SAMPLE.minus(Duration.between(sent, Instant.now()));
                    assertThat(workers.close(references.get(person), left))
                            .as(sample + ", person " + person)
                            .contains("assessApplication")
                            .containsAll(tasksOf(expected.path("persons").path(person)));
                    assertThat(workers.refusals())
                            .as("forms refused on the way")
                            .noneMatch(seen -> seen.contains(": 400 "));
                }
            }
        }
    }

    /** What people have to do for a service, if it is given. */
    private static List<String> tasksOf(JsonNode expected) {
        var services = expected.path("services").findValuesAsText("code");
        var tasks = new ArrayList<String>();
        if (services.contains("residenceDocument")) {
            tasks.add("recordResidenceDocument");
        }
        if (services.contains("cprNumber")) {
            tasks.addAll(List.of("controlIdentity", "decideRegistration", "chooseDoctor"));
        }
        if (services.contains("mitId")) {
            tasks.add("verifyForMitId");
        }
        if (services.contains("taxCard")) {
            tasks.add("checkTaxApplication");
        }
        return tasks;
    }

    @Test
    @Order(2)
    void fifty_cases_worked_by_eight_clients_at_once_show_nobody_a_lost_race() throws Exception {
        for (int number = 0; number < CASES; number++) {
            send(application(number));
        }
        var clients = new ArrayList<Callable<List<String>>>();
        for (int client = 0; client < CLIENTS; client++) {
            var order = new Random(client);
            clients.add(() -> workUntilNothingIsLeft(order));
        }
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            var refusals = new ArrayList<String>();
            for (var refused : pool.invokeAll(clients)) {
                refusals.addAll(refused.get());
            }
            assertThat(refusals.stream()
                            .filter(seen -> seen.contains("OptimisticLocking")
                                    || seen.contains("ENGINE-")
                                    || seen.matches("(?s)[^:]+: 5\\d\\d .*")
                                    // A form's own refusal is no race: two may be shown the last free time of a day.
                                    || seen.matches("(?s)[^:]+: 400 .*") && !seen.contains("FormRefused")))
                    .as("lost races that people saw; the log says%n%s", errorsLogged())
                    .isEmpty();
            assertThat(refusals).as("races that were lost politely").isNotEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    private static String errorsLogged() throws IOException {
        return demo.output()
                .lines()
                .filter(line -> line.contains(" ERROR ") || line.contains("Exception: ") || line.contains("dk.ics"))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> workUntilNothingIsLeft(Random order) throws InterruptedException {
        var workers = new ScriptedCaseworkers(address, Clock.systemUTC());
        var supervisor = new EngineRest(address, "tilsyn");
        var end = Instant.now().plus(LIMIT_OF_ALL);
        while (supervisor.get("/process-instance/count").body().path("count").asInt(-1) != 0) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Cases still open after " + LIMIT_OF_ALL + ": " + workers.refusals());
            }
            if (workers.sweep(order) == 0) {
                Thread.sleep(200);
            }
        }
        return workers.refusals();
    }

    private static String application(int number) throws IOException {
        var application = (ObjectNode) JSON.readTree(Files.readString(Path.of("samples/german-engineer.json")));
        var person = (ObjectNode) application.at("/persons/0");
        person.put("identityDocumentNumber", "C01X%05d".formatted(number));
        person.put("givenNames", "Jürgen " + (char) ('A' + number / 10) + (char) ('a' + number % 10));
        return application.toString();
    }

    private static List<String> send(String application) throws IOException, InterruptedException {
        var answer = demo.post("/api/applications", "", "", application);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode sent = JSON.readTree(answer.body());
        return sent.findValuesAsText("reference");
    }
}
