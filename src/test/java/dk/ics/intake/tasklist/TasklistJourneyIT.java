package dk.ics.intake.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One EU worker's case in Tasklist, from the submitted application to the closed case, as the people do it. */
@IntakeTest
@Tag("browser")
class TasklistJourneyIT {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Copenhagen"));
    private static final Duration AUTHORITIES_ANSWER = Duration.ofSeconds(60);

    /** Who works which list. */
    private record Desk(Caseworker person, String list) {}

    private final String baseUrl;
    private final TestClock clock;
    private final Jobs jobs;
    private final RuntimeService runtime;
    private final HistoryService history;

    @Autowired
    TasklistJourneyIT(
            @LocalServerPort int port,
            TestClock clock,
            ManagementService management,
            RuntimeService runtime,
            HistoryService history) {
        this.baseUrl = "http://localhost:" + port;
        this.clock = clock;
        this.jobs = new Jobs(management);
        this.runtime = runtime;
        this.history = history;
    }

    @Test
    @DisplayName("a German engineer's application is worked by everybody concerned until the case is closed")
    void fromApplicationToClosedCase() throws IOException, InterruptedException {
        send(Path.of("samples/german-engineer.json"));
        jobs.runAll();
        List<String> done = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            Desk visitation = desk(browser, "visitation", "Visitation");
            List<Desk> desks = List.of(
                    visitation,
                    desk(browser, "sagsbehandler", "Sagsbehandling"),
                    desk(browser, "idkontrol", "Identitetskontrol"),
                    desk(browser, "specialist", "Specialist"));
            Instant patience = Instant.now().plus(AUTHORITIES_ANSWER);
            while (openInstances() > 0 && Instant.now().isBefore(patience)) {
                for (Desk desk : desks) {
                    List<String> worked = work(desk.person(), desk.list());
                    done.addAll(worked);
                    if (!worked.isEmpty()) {
                        patience = Instant.now().plus(AUTHORITIES_ANSWER);
                    }
                }
                jobs.runAll();
            }
            visitation.person().openList("Mine opgaver");
            Screenshots.take(visitation.person().page(), "tasklist-closed");
        }
        assertThat(openInstances()).as("open after %s", done).isZero();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("caseClosed")
                        .count())
                .isEqualTo(1);
        assertThat(done)
                .containsExactlyInAnyOrder(
                        "Visitér ansøgning",
                        "Aftal tid",
                        "Registrér fremmøde",
                        "Kald borger op",
                        "Kontrollér skatteansøgning",
                        "Aftal tid hos SIRI",
                        "Registrér fremmøde hos SIRI",
                        "Registrér opholdsdokument",
                        "Kontrollér identitet",
                        "Afgør indrejse",
                        "Vælg læge og sikringsgruppe",
                        "Kontrollér grundlag for MitID");
    }

    /** Takes what lies on the desk, one after the other, with a picture of each before it is completed. */
    private List<String> work(Caseworker person, String desk) {
        List<String> worked = new ArrayList<>();
        person.openList(desk);
        for (List<String> tasks = person.tasks();
                !tasks.isEmpty();
                tasks = person.openList(desk).tasks()) {
            String task = tasks.get(0);
            person.openTask(task).claim();
            person.form().fillWhatIsRequired(DAY.format(clock.now()));
            assertThat(Danish.englishOn(person.page())).as(task).isEmpty();
            Screenshots.take(person.page(), "tasklist-task-" + fileName(task));
            person.complete();
            worked.add(task);
            jobs.runAll();
        }
        return worked;
    }

    private Desk desk(Browser browser, String account, String list) {
        return new Desk(browser.caseworker(baseUrl, account, clock.now()).logIn(), list);
    }

    private long openInstances() {
        return runtime.createProcessInstanceQuery().count();
    }

    private void send(Path application) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(baseUrl + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofFile(application))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String fileName(String task) {
        return task.toLowerCase(java.util.Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replace("é", "e")
                .replaceAll("[^a-z0-9]+", "-");
    }
}
