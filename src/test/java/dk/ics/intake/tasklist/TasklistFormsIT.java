package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a caseworker meets in a form: Danish, the server's refusals at their fields, and drafts that survive. */
@IntakeTest
@Tag("browser")
class TasklistFormsIT {

    private static final String TASK = "Visitér ansøgning";
    private static final String CHOICE = "Hvad skal der ske med ansøgningen?";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger ARRIVED = new AtomicInteger();

    private final String baseUrl;
    private final TestClock clock;
    private final Jobs jobs;
    private final Browser browser = Browser.open();
    private final Caseworker visitation;

    @Autowired
    TasklistFormsIT(@LocalServerPort int port, TestClock clock, ManagementService management) {
        this.baseUrl = "http://localhost:" + port;
        this.clock = clock;
        this.jobs = new Jobs(management);
        this.visitation = browser.caseworker(baseUrl, "visitation", clock.now());
    }

    @BeforeEach
    void anApplicationArrives() throws IOException, InterruptedException {
        ObjectNode application = (ObjectNode)
                JSON.readTree(Path.of("samples/german-engineer.json").toFile());
        // Another document each time: the same one in two open cases would first be compared.
        ((ObjectNode) application.path("persons").path(0))
                .put("identityDocumentNumber", "C01X%05d".formatted(ARRIVED.incrementAndGet()));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(baseUrl + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(application)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        jobs.runAll();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("log-in, lists, an empty list, a form and its error state show no English word")
    void everythingIsDanish() {
        Page page = visitation.openLogIn().page();
        danish("the log-in page");
        Screenshots.take(page, "tasklist-login");
        visitation.enterPassword();
        assertThat(visitation.lists())
                .containsExactly("Mine opgaver", "Visitation", "Overskredet frist", "Venter på borgeren");
        visitation.openList("Venter på borgeren");
        danish("an empty list");
        visitation.openList("Visitation");
        danish("a list");
        assertThat(page.locator("ol.tasks-list li.task").first()).containsText("Sag");
        assertThat(page.locator("ol.tasks-list li.task").first()).containsText("Kommune");
        Screenshots.take(page, "tasklist-list");
        takeTask();
        danish("a form");
        page.locator(".fjs-datepicker input.fjs-input:not([disabled])").first().click();
        danish("the date picker");
        page.keyboard().press("Escape");
        tryToComplete();
        danish("the error state");
        Screenshots.take(page, "tasklist-errors");
    }

    @Test
    @DisplayName("what is missing stands over the form and at its field, and the first wrong field has the focus")
    void missingFieldIsNamed() {
        takeTask();
        tryToComplete();
        assertThat(visitation.form().summary()).containsExactly(CHOICE + " Feltet skal udfyldes.");
        assertThat(visitation.form().messageAt(CHOICE)).isEqualTo("Feltet skal udfyldes.");
        Locator focused = visitation.page().locator(":focus");
        assertThat(focused).hasAttribute("aria-invalid", "true");
        assertThat(focused).hasAttribute("type", "radio");
    }

    @Test
    @DisplayName("the server's refusal stands at its field, what was typed stays, and the task can be tried again")
    void refusalOfTheServer() {
        takeTask();
        Locator name = visitation.form().field("Efternavn");
        name.fill("<b>Muster</b>");
        visitation.page().getByLabel("Kan betjenes").check();
        complete();
        visitation.page().locator(".ics-summary").waitFor();
        assertThat(visitation.form().messageAt("Efternavn")).contains("koder");
        assertThat(name).hasValue("<b>Muster</b>");
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).isFocused();
        danish("the server's refusal");
        Screenshots.take(visitation.page(), "tasklist-refused");
        assertThat(visitation.page().getByText("Fuldfør", new Page.GetByTextOptions().setExact(true)))
                .isEnabled();
    }

    @Test
    @DisplayName("a day that does not exist is said to, and a date counts however its field is left")
    void impossibleDate() {
        takeTask();
        Locator born = visitation.form().field("Fødselsdato");
        Locator calendar = visitation.page().locator(".flatpickr-calendar.open");
        visitation.page().getByLabel("Kan betjenes").check();
        typeAndClickElsewhere(born, "31.02.1980");
        tryToComplete();
        assertThat(visitation.form().messageAt("Fødselsdato"))
                .isEqualTo("Datoen findes ikke. Skriv den som dd.mm.åååå.");
        assertThat(born).hasValue("31.02.1980");
        assertThat(born).isFocused();
        assertThat(calendar).hasCount(0);
        danish("an impossible date");

        born.press("ArrowDown");
        assertThat(calendar).isVisible();
        visitation.page().keyboard().press("Escape");
        assertThat(calendar).hasCount(0);
        typeAndClickElsewhere(born, "28.02.1980");
        assertThat(born).hasValue("28.02.1980");
        assertThat(visitation.page().locator(".ics-draft")).containsText("Kladde gemt kl.");
        complete();
        visitation
                .page()
                .locator(".task-card")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    private void typeAndClickElsewhere(Locator date, String text) {
        date.click();
        assertThat(visitation.page().locator(".flatpickr-calendar.open")).isVisible();
        date.fill(text);
        visitation.page().locator(".task-card h2.task").click();
        assertThat(visitation.page().locator(".flatpickr-calendar.open")).hasCount(0);
    }

    @Test
    @DisplayName("a draft is kept by the server, survives a time-out and a new browser, and is never in this one")
    void draftSurvives() {
        takeTask();
        Locator employer = visitation.form().field("Arbejdsgiver");
        employer.fill("Eksempel Kladde ApS");
        assertThat(visitation.page().locator(".ics-draft")).containsText("Kladde gemt kl.");
        nothingIsKeptInTheBrowser();

        visitation.context().clearCookies();
        employer.fill("Eksempel Efter Udløb ApS");
        visitation.page().getByLabel("Adgangskode").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        danish("the end of a session");
        assertThat(visitation.page().locator(".ics-notice")).containsText("ikke tabt");
        Screenshots.take(visitation.page(), "tasklist-timeout");
        nothingIsKeptInTheBrowser();
        visitation.enterPassword();
        assertThat(visitation.form().field("Arbejdsgiver")).hasValue("Eksempel Efter Udløb ApS");

        try (Caseworker again = browser.caseworker(baseUrl, "visitation", clock.now())) {
            again.logIn().page().navigate(visitation.page().url());
            assertThat(again.form().field("Arbejdsgiver")).hasValue("Eksempel Efter Udløb ApS");
        }
    }

    @Test
    @DisplayName("a double click on »Fuldfør« sends the form once")
    void doubleClickSendsOnce() {
        takeTask();
        visitation.page().getByLabel("Kan betjenes").check();
        List<String> sent = new ArrayList<>();
        visitation.page().onRequest(request -> remember(request, sent));
        visitation
                .page()
                .getByText("Fuldfør", new Page.GetByTextOptions().setExact(true))
                .dblclick();
        visitation
                .page()
                .locator(".task-card")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(sent).hasSize(1);
    }

    @Test
    @DisplayName("the task is taken, filled and completed with the keyboard alone")
    void keyboardOnly() {
        Page page = visitation.logIn().openList("Visitation").page();
        page.locator("ol.tasks-list h4.task a")
                .filter(new Locator.FilterOptions().setHasText(TASK))
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.getByText("Tag opgaven", new Page.GetByTextOptions().setExact(true))
                .waitFor();
        visitation.settle();
        tabTo("Tag opgaven");
        page.keyboard().press("Enter");
        page.locator(".unclaim").waitFor();
        visitation.settle();
        tabTo("Kan betjenes");
        page.keyboard().press("Space");
        assertThat(page.getByLabel("Kan betjenes")).isChecked();
        tabTo("Fuldfør");
        page.keyboard().press("Enter");
        page.locator(".task-card")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    @Test
    @DisplayName("a supervisor gives a task to somebody, but not without a reason, and sees no form")
    void supervisorHandsOver() {
        try (Caseworker supervisor = browser.caseworker(baseUrl, "tilsyn", clock.now())) {
            Page page = supervisor.logIn().openList("Visitation").page();
            page.locator("ol.tasks-list h4.task a").first().click();
            page.getByText("Fordel opgaven").click();
            Locator dialog = page.locator(".ics-dialog");
            dialog.getByLabel("Hvem skal have opgaven?").fill("visitation");
            dialog.getByText("Fordel", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).hasText("Skriv en begrundelse.");
            assertThat(Danish.englishOn(page)).isEmpty();
            Screenshots.take(page, "tasklist-hand-over");
            dialog.getByLabel("Begrundelse").fill("Kollegaen er syg.");
            dialog.getByText("Fordel", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(dialog).isHidden();
            assertThat(page.locator(".task-card .assignee")).containsText("Vibeke Holm");
            assertThat(page.locator(".fjs-form-field")).hasCount(0);
            assertThat(page.locator(".claim")).isHidden();
            assertThat(Danish.englishOn(page)).isEmpty();
        }
    }

    @Test
    @DisplayName("on a telephone, or at 200 %, one sees the task alone, nothing is cut off, and gets back to the list")
    void narrow() {
        takeTask();
        Page page = visitation.page();
        page.setViewportSize(390, 800);
        visitation.settle();
        assertThat(page.locator(".column-center")).isHidden();
        Object overflow = page.evaluate("() => document.querySelector('.task-card').scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
        Screenshots.take(page, "tasklist-narrow");
        page.getByText("‹ Til listen").click();
        assertThat(page.locator(".column-center")).isVisible();
        assertThat(page.locator(".task-filters .item.active")).containsText("Visitation");
    }

    @Test
    @DisplayName("no serious finding of axe in the form, the summary and the log-in page")
    void accessible() {
        Page page = visitation.openLogIn().page();
        assertThat(seriousFindings(page, ".form-signin")).isEmpty();
        visitation.enterPassword();
        visitation.openList("Visitation");
        assertThat(seriousFindings(page, "ol.tasks-list")).isEmpty();
        visitation.openTask(TASK);
        visitation.claim();
        tryToComplete();
        assertThat(seriousFindings(page, ".fjs-container")).isEmpty();
        assertThat(seriousFindings(page, ".ics-summary")).isEmpty();
    }

    private void takeTask() {
        if (visitation.page().url().equals("about:blank")) {
            visitation.logIn();
        }
        visitation.openList("Visitation").openTask(TASK);
        visitation.claim();
    }

    private void complete() {
        visitation
                .page()
                .getByText("Fuldfør", new Page.GetByTextOptions().setExact(true))
                .click();
    }

    private void tryToComplete() {
        complete();
        visitation.page().locator(".ics-summary").waitFor();
    }

    private void danish(String where) {
        assertThat(Danish.englishOn(visitation.page())).as(where).isEmpty();
    }

    private void nothingIsKeptInTheBrowser() {
        Object kept = visitation.page().evaluate("() => JSON.stringify([localStorage, sessionStorage])");
        assertThat(kept.toString()).doesNotContain("camunda-form", "Kladde", "Udløb");
    }

    private static void remember(Request request, List<String> sent) {
        if (request.url().endsWith("/submit-form")) {
            sent.add(request.url());
        }
    }

    /** Presses Tab until the named control has the focus; a hundred times is a form, not a trap. */
    private void tabTo(String name) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            visitation.page().keyboard().press("Tab");
            Object text = visitation.page().evaluate("""
                    () => { const e = document.activeElement;
                      return [e.getAttribute('aria-label'), e.textContent, ...[...(e.labels ?? [])].map(l => l.textContent)].join(' '); }""");
            if (text.toString().contains(name)) {
                return;
            }
            passed.add(text.toString().strip());
        }
        throw new AssertionError("Not reached with Tab: " + name + ", but " + passed);
    }

    private static List<String> seriousFindings(Page page, String part) {
        return new AxeBuilder(page)
                .include(part).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(TasklistFormsIT::inWords)
                        .toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getHtml()))
                        .limit(3)
                        .toList();
    }
}
