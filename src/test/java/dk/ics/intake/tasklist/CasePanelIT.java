package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.TestPapers;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.Documents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A caseworker compares what a document says with what the form asks, and writes down what was said. */
@IntakeTest
@Tag("browser")
class CasePanelIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Act ACT = Act.bySystem("test");
    private static final String NOTE = "Borgeren ringede <b>kl. 10</b>: kommer torsdag med vielsesattesten.";

    private final String baseUrl;
    private final Jobs jobs;
    private final Documents documents;
    private final TaskService tasks;
    private final TestDatabase database;
    private final TestClock clock;
    private final Browser browser = Browser.open();
    private final List<String> addresses = new ArrayList<>();

    private CaseReference reference = new CaseReference("2026-000001");
    private String taskId = "";

    @Autowired
    CasePanelIT(
            @LocalServerPort int port,
            TestClock clock,
            ManagementService management,
            Documents documents,
            TaskService tasks,
            TestDatabase database) {
        this.baseUrl = "http://localhost:" + port;
        this.clock = clock;
        this.jobs = new Jobs(management);
        this.documents = documents;
        this.tasks = tasks;
        this.database = database;
    }

    @BeforeEach
    void aCaseWithPapers() throws IOException, InterruptedException {
        database.removeCases();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(baseUrl + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofFile(
                                        Path.of("samples/portuguese-family-of-four.json")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        jobs.runAll();
        reference = new CaseReference(
                JSON.readTree(answer.body()).at("/cases/0/reference").asText());
        taskId = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getId();
        paper(
                "employmentContract",
                "Kontrakt Ferreira.pdf",
                "application/pdf",
                TestPapers.pdf(3, "Ansættelseskontrakt side"));
        paper("proofOfAddress", "lejekontrakt.png", "image/png", TestPapers.picture("png", 1200, 800));
        paper("other", "i stykker.pdf", "application/pdf", "%PDF-1.7 ?".getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("a document is read page by page beside the form, by keyboard only, and every page is logged")
    void readByKeyboard() {
        Page page = open("visitation", 1280, 800);
        openPanelByKeyboard(page);
        assertThat(page.locator(".ics-panel")).containsText("Familie");
        assertThat(page.locator(".ics-panel")).containsText("ægtefælle");
        clean(page);
        Screenshots.take(page, "case-panel");

        tabTo(page, "Vis Ansættelseskontrakt, Kontrakt Ferreira.pdf");
        page.keyboard().press("Enter");
        Locator image = page.locator(".ics-paper img");
        assertThat(image).hasAttribute("alt", "Side 1 af 3 i dokumentet Ansættelseskontrakt");
        assertThat(page.locator(".ics-paper-sheet")).isFocused();
        drawn(page);
        clean(page);
        Screenshots.take(page, "case-panel-document");

        page.keyboard().press("PageDown");
        assertThat(page.locator(".ics-paper-where")).hasText("Side 2 af 3");
        page.keyboard().press("PageDown");
        page.keyboard().press("PageDown");
        assertThat(page.locator(".ics-paper-where")).hasText("Side 3 af 3");
        assertThat(page.getByLabel("Næste side")).isDisabled();
        page.keyboard().press("PageUp");
        assertThat(image).hasAttribute("alt", "Side 2 af 3 i dokumentet Ansættelseskontrakt");

        double before = width(image);
        page.keyboard().press("+");
        assertThat(page.getByLabel("Tilpas til bredden")).hasText("125 %");
        assertThat(width(image)).isGreaterThan(before * 1.2);
        page.keyboard().press("0");
        assertThat(width(image)).isBetween(before - 1, before + 1);
        page.keyboard().press("r");
        assertThat(page.locator(".ics-paper-status")).hasText("Drejet 90 grader");
        assertThat(heightOf(image)).isLessThan(width(image));
        Screenshots.take(page, "case-panel-turned");

        page.keyboard().press("Escape");
        assertThat(page.locator(".ics-paper")).hasCount(0);
        assertThat(page.getByLabel("Vis Ansættelseskontrakt, Kontrakt Ferreira.pdf"))
                .isFocused();
        assertThat(accessLog())
                .as("pages that were at hand, or are on their way, are not asked for again")
                .containsExactlyInAnyOrder("opened", "pageShown 1", "pageShown 2", "pageShown 3");
        nothingInAddresses(page);
    }

    @Test
    @DisplayName("with the mouse: zoom, turn, the original to save, and the document stays beside the form")
    void readByMouse() throws IOException {
        Page page = open("visitation", 1280, 800);
        page.getByText("Sagen", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Vis Dokumentation for bopæl, lejekontrakt.png").click();
        drawn(page);
        Locator image = page.locator(".ics-paper img");
        double before = width(image);
        page.getByLabel("Zoom ind").click();
        page.getByLabel("Zoom ind").click();
        assertThat(width(image)).isGreaterThan(before * 1.4);
        page.getByLabel("Zoom ud").click();
        page.getByLabel("Drej 90 grader").click();
        assertThat(image).hasCSS("transform", java.util.regex.Pattern.compile("matrix\\(.*\\)"));

        page.locator(".task-card .nav-tabs a").first().click();
        page.locator(".fjs-form-field").first().waitFor();
        assertThat(image).isVisible();
        Screenshots.take(page, "case-panel-beside-form");

        Download saved = page.waitForDownload(() -> page.locator(".ics-paper")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hent original"))
                .click());
        assertThat(saved.suggestedFilename())
                .as("no name of a person's in the folder of downloads")
                .isEqualTo("sag-" + reference + "-dokumentation-for-bopæl.png");
        assertThat(Files.size(saved.path())).isEqualTo(TestPapers.picture("png", 1200, 800).length);
        assertThat(accessLog()).containsExactly("opened", "pageShown 1", "downloaded");

        page.getByLabel("Luk dokumentet").click();
        assertThat(page.locator(".ics-paper")).hasCount(0);
    }

    @Test
    @DisplayName("a broken document is a sentence, and the panel is still there")
    void aBrokenDocument() {
        Page page = open("visitation", 1280, 800);
        page.getByText("Sagen", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Vis Andet dokument, i stykker.pdf").click();

        assertThat(page.locator(".ics-paper-problem")).containsText("Dokumentet kan ikke læses.");
        clean(page);
        Screenshots.take(page, "case-panel-broken-document");
        page.getByLabel("Vis Ansættelseskontrakt, Kontrakt Ferreira.pdf").click();
        drawn(page);
    }

    @Test
    @DisplayName(
            "a note is written by keyboard, stays when it is refused or one looks at the form, and stands in the journal")
    void aNote() {
        Page page = open("visitation", 1280, 800);
        openPanelByKeyboard(page);
        Locator text = page.getByLabel("Nyt notat");
        tabTo(page, "Nyt notat");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ics-note-problem")).hasText("Skriv notatet.");
        assertThat(text).isFocused();
        clean(page);

        page.keyboard().type(NOTE);
        page.locator(".task-card .nav-tabs a").first().click();
        page.locator(".fjs-form-field").first().waitFor();
        openPanelByKeyboard(page);
        assertThat(text).hasValue(NOTE);
        page.context().setOffline(true);
        text.focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ics-note-problem")).containsText("ingen forbindelse");
        assertThat(text).hasValue(NOTE);
        page.context().setOffline(false);
        page.locator(".ics-note [type=submit]").dblclick();

        assertThat(page.locator(".ics-noted")).hasText(NOTE);
        assertThat(page.locator(".ics-noted b")).hasCount(0);
        assertThat(text).hasValue("");
        assertThat(page.locator(".ics-lines li").filter(new Locator.FilterOptions().setHasText(NOTE)))
                .containsText("Notat · 02.03.2026");
        assertThat(notes()).isEqualTo(1);
        page.locator(".ics-noted").scrollIntoViewIfNeeded();
        Screenshots.take(page, "case-panel-note");
        nothingInAddresses(page);
    }

    @Test
    @DisplayName("on a telephone nothing has to be scrolled sideways, and a document has the whole screen")
    void narrow() {
        Page page = open("visitation", 390, 844);
        page.getByText("Sagen", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".ics-panel dl").waitFor();
        notWider(page, ".ics-panel");
        clean(page);
        Screenshots.take(page, "case-panel-narrow");
        page.getByLabel("Vis Ansættelseskontrakt, Kontrakt Ferreira.pdf").click();
        drawn(page);
        notWider(page, ".ics-paper");
        clean(page);
        Screenshots.take(page, "case-panel-document-narrow");
        page.getByLabel("Luk dokumentet").click();
        assertThat(page.locator(".ics-panel dl")).isVisible();
    }

    @Test
    @DisplayName("a supervisor is shown the way of »Find sag«, and reads documents there but writes nothing")
    void aSupervisor() {
        Page page = open("tilsyn", 1280, 800);
        page.getByText("Sagen", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".ics-panel")).containsText("Brug Find sag, og vælg et formål.");
        page.locator(".ics-panel a").click();
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("Tilsyn og kontrol");
        page.getByLabel("Sagsnummer").fill(reference.value());
        page.getByLabel("Sagsnummer").press("Enter");
        page.locator(".ics-hit").click();
        page.getByLabel("Vis Ansættelseskontrakt, Kontrakt Ferreira.pdf").click();
        drawn(page);
        assertThat(page.locator(".ics-note")).hasCount(0);
        clean(page, ".ics-find");
        Screenshots.take(page, "find-case-document");
        assertThat(accessLog()).containsExactly("searched", "opened", "pageShown 1");
    }

    @Test
    @DisplayName("a task that is not on the page of the list names its case all the same")
    void aTaskBesideTheList() {
        Page page = open("visitation", 1280, 800);
        page.locator(".task-filters .item h4 a")
                .filter(new Locator.FilterOptions().setHasText("Mine opgaver"))
                .click();
        assertThat(page.locator(".task-filters .item.active")).containsText("Mine opgaver");
        page.waitForURL(Pattern.compile("filter="));
        String list = page.url().replaceAll(".*filter=([^&]*).*", "$1");
        page.navigate(baseUrl + "/camunda/app/tasklist/default/#/?filter=" + list + "&task=" + taskId);
        page.reload();
        assertThat(page.locator(".task-card .ics-case")).hasText("Sag " + reference + " · Hvidovre");
        assertThat(page.locator("ol.tasks-list > li.task")).hasCount(0);
    }

    private Page open(String account, int width, int height) {
        Caseworker caseworker = browser.caseworker(baseUrl, account, clock.now());
        Page page = caseworker.page();
        page.onRequest(request -> addresses.add(request.url()));
        page.setViewportSize(width, height);
        caseworker.logIn();
        page.locator(".task-filters .item.active, .task-card").first().waitFor();
        caseworker.settle();
        page.navigate(baseUrl + "/camunda/app/tasklist/default/#/?task=" + taskId);
        page.reload();
        page.locator(".task-card .nav-tabs").waitFor();
        caseworker.settle();
        database.execute("truncate ics.case_access");
        return page;
    }

    private void openPanelByKeyboard(Page page) {
        Locator tab = page.locator(".task-card .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText("Sagen"))
                .first();
        tab.focus();
        page.keyboard().press("Enter");
        page.locator(".ics-panel dl").waitFor();
    }

    private static void drawn(Page page) {
        page.waitForFunction(
                "() => { const i = document.querySelector('.ics-paper img'); return i && !i.hidden && i.complete && i.naturalWidth > 100; }");
    }

    private static double width(Locator image) {
        return image.boundingBox().width;
    }

    private static double heightOf(Locator image) {
        return image.boundingBox().height;
    }

    private static void tabTo(Page page, String name) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            String text = page.evaluate("""
                    () => { const e = document.activeElement;
                      return e.getAttribute('aria-label') ?? [e.textContent, ...[...(e.labels ?? [])].map(l => l.textContent)].join(' '); }""").toString().strip();
            if (text.contains(name)) {
                return;
            }
            passed.add(text);
        }
        throw new AssertionError("Not reached: " + name + ", but " + passed);
    }

    private static void notWider(Page page, String part) {
        Object overflow = page.evaluate(
                "part => { const e = document.querySelector(part);"
                        + " return e.scrollWidth - e.clientWidth + Math.max(0, e.getBoundingClientRect().right - innerWidth); }",
                part);
        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
    }

    /** In Danish, and nothing for axe to find. */
    private static void clean(Page page) {
        clean(page, ".task-card .tab-content");
        if (page.locator(".ics-paper").count() > 0) {
            clean(page, ".ics-paper");
        }
    }

    private static void clean(Page page, String part) {
        assertThat(Danish.englishOn(page)).isEmpty();
        assertThat(new AxeBuilder(page)
                        .include(part)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                        .analyze()
                        .getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().toString())
                .isEmpty();
    }

    /** Neither in addresses nor in what the browser keeps. */
    private void nothingInAddresses(Page page) {
        String kept = page.evaluate(
                        "() => JSON.stringify([localStorage, sessionStorage, location.href, document.title])")
                .toString();
        for (String personal : List.of("Ferreira", "Kontrakt", "vielsesattest", reference.value())) {
            assertThat(kept).doesNotContain(personal);
            assertThat(String.join(" ", addresses)).doesNotContain(personal);
        }
        assertThat(addresses).anyMatch(address -> address.endsWith("/case"));
    }

    private List<String> accessLog() {
        return JdbcClient.create(database.as("app"))
                .sql("select concat_ws(' ', act, page) from ics.case_access order by id")
                .query(String.class)
                .list();
    }

    private int notes() {
        return JdbcClient.create(database.as("app"))
                .sql("select count(*) from ics.note where case_reference = :reference")
                .param("reference", reference.value())
                .query(Integer.class)
                .single();
    }

    private void paper(String type, String name, String contentType, byte[] content) {
        documents.add(reference, type, new DocumentFile(name, contentType, content), "application", ACT);
    }
}
