package dk.ics.intake.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.process.EvidenceCases;
import dk.ics.intake.tasklist.Browser;
import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** »Sagens forløb«, »Tilsyn« and »Efterlevelse« of a case worked from application to closing. */
@IntakeTest
@Tag("browser")
class CourseIT {

    private static final String VIEW = ".ics-view";

    private final String baseUrl;
    private final TestClock testClock;
    private final Clock clock;
    private final ProcessEngine engine;
    private final CaseFile caseFile;
    private final Browser browser = Browser.open();

    @Autowired
    CourseIT(@LocalServerPort int port, TestClock testClock, Clock clock, ProcessEngine engine, CaseFile caseFile) {
        this.baseUrl = "http://localhost:" + port;
        this.testClock = testClock;
        this.clock = clock;
        this.engine = engine;
        this.caseFile = caseFile;
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName(
            "a closed case is told from end to end, and its way is seen on the diagram, through a called process too")
    void course() {
        String reference = EvidenceCases.whole(engine, caseFile, clock, baseUrl).value();
        Seat seat =
                new Seat(browser, baseUrl, "tilsyn", testClock.now()).logIn().go("/sagens-forloeb");
        Page page = seat.page();
        seat.isFit(VIEW, "course-empty");
        page.getByText("Vis forløb").click();
        assertThat(page.locator(VIEW + " .ics-summary")).containsText("Skriv sagens nummer");

        ask(page, "2026-999999");
        assertThat(page.locator(VIEW + " .ics-summary")).containsText("Sagen findes ikke");
        seat.isFit(VIEW, "course-refused");

        ask(page, reference);
        assertThat(page.locator(VIEW + " h2")).hasText("Sag " + reference);
        Locator lines = page.locator(VIEW + " .ics-table tbody tr");
        assertThat(line(lines, "Opgave løst: Kontrollér identitet")).containsText("idkontrol");
        assertThat(line(lines, "Opgave løst: Kontrollér identitet")).containsText("Bevist, nr.");
        assertThat(line(lines, "Regel afgjort: Visitation")).containsText("Række 10 af 11");
        assertThat(line(lines, "Sendt til CPR")).hasCount(1);
        assertThat(line(lines, "Begyndt:")).hasCount(0);
        page.getByLabel("Trin (").check();
        assertThat(line(lines, "Begyndt:").first()).isVisible();
        page.getByLabel("Trin (").uncheck();
        seat.isFit(VIEW, "course");

        seat.keyboard().shiftTabTo("Vis sagens vej på diagrammet").press("Enter");
        Locator canvas = page.locator(".ics-canvas");
        assertThat(canvas.locator(".djs-shape.ics-done").first()).isVisible();
        assertThat(canvas.locator(".djs-connection.ics-taken").first()).isVisible();
        assertThat(page.locator(".ics-told")).containsText("gennemført");
        seat.isFit(VIEW, "course-diagram");
        page.locator(".ics-told button").first().click();
        assertThat(canvas.locator(".djs-shape.ics-done").first()).isVisible();
        seat.leftNothingBehind(reference);

        ask(page, reference);
        assertThat(line(lines, "Sagen vist").first()).containsText("Tilsyn og kontrol");
        assertThat(line(lines, "Sagen vist").first()).containsText("Systemhistorik");

        ask(page, "2026-999999");
        assertThat(page.locator(VIEW + " .ics-summary")).containsText("Sagen findes ikke");
        assertThat(page.locator(VIEW + " h2")).hasCount(0);
    }

    @Test
    @DisplayName(
            "the compliance of a period stands on the page with what is missing first, and an extra sample is drawn")
    void complianceAndSupervision() {
        EvidenceCases.whole(engine, caseFile, clock, baseUrl);
        Seat seat =
                new Seat(browser, baseUrl, "tilsyn", testClock.now()).logIn().go("/tilsyn");
        Page page = seat.page();
        assertThat(page.locator(VIEW)).containsText("Der er endnu ikke ført tilsyn.");
        seat.isFit(VIEW, "supervision-empty");
        page.getByText("Udtag en ekstra stikprøve").click();
        page.getByText("Udtag stikprøve").click();
        assertThat(page.locator(VIEW + " .ics-summary")).isVisible();
        page.getByLabel("Kontroller fra").fill("01.03.2026");
        page.getByLabel("Til og med").fill("02.03.2026");
        page.getByText("Udtag stikprøve").click();
        assertThat(page.locator(VIEW + " h2")).containsText("Tilsyn nr.");
        assertThat(page.locator(VIEW)).containsText("Ikke gennemgået");
        seat.isFit(VIEW, "supervision");

        seat.go("/efterlevelse");
        page.getByLabel("Fra").fill("31.02.2026");
        page.getByText("Vis rapport").click();
        assertThat(page.locator(VIEW + " .ics-summary")).isVisible();
        page.getByLabel("Fra").fill("01.03.2026");
        page.getByLabel("Til og med").fill("31.03.2026");
        page.getByText("Vis rapport").click();
        assertThat(page.locator(VIEW + " h2")).hasText("01.03.2026 – 31.03.2026");
        assertThat(page.locator(VIEW + " h3").first()).hasText("Det mangler");
        assertThat(page.locator(VIEW)).containsText("Nr. 4: Skriftlig dokumentation");
        assertThat(page.locator(VIEW + " section")
                        .filter(new Locator.FilterOptions().setHasText("Nr. 1: Forretningsgange"))
                        .locator("table")
                        .first())
                .containsText("2026-1");
        seat.isFit(VIEW, "compliance");
        String name = page.waitForDownload(() -> page.getByText("Hent som PDF").click())
                .suggestedFilename();
        org.assertj.core.api.Assertions.assertThat(name).isEqualTo("efterlevelse-2026-03-01-2026-03-31.pdf");
    }

    @Test
    @DisplayName("to anybody else the pages say that they are the supervisors', and nothing more")
    void others() {
        try (Seat seat = new Seat(browser, baseUrl, "admin", testClock.now()).logIn()) {
            for (String path : new String[] {"/sagens-forloeb", "/find-borger", "/tilsyn", "/efterlevelse"}) {
                seat.go(path);
                assertThat(seat.page().locator(VIEW + " .ics-summary")).containsText("Du har ikke adgang");
                assertThat(seat.page().locator(VIEW + " :is(table, form)")).hasCount(0);
            }
        }
    }

    @Test
    @DisplayName("a running instance has the course of its case on a tab")
    void tab() {
        String reference = EvidenceCases.withBranches(engine, caseFile, clock, baseUrl);
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("intake")
                .singleResult()
                .getId();
        Seat seat = new Seat(browser, baseUrl, "tilsyn", testClock.now()).logIn();
        Page page = seat.page();
        page.navigate(baseUrl + "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        page.getByText("Sagens forløb").first().click();
        assertThat(page.getByLabel("Sagsnummer")).hasValue(reference);
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("supervision");
        page.getByText("Vis forløb").click();
        assertThat(page.locator(VIEW + " h2")).hasText("Sag " + reference);
        seat.isFit(VIEW, "course-tab");
    }

    private static void ask(Page page, String reference) {
        page.getByLabel("Sagsnummer").fill(reference);
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption(new SelectOption().setLabel("Tilsyn og kontrol"));
        page.getByText("Vis forløb").click();
    }

    private static Locator line(Locator lines, String text) {
        return lines.filter(new Locator.FilterOptions().setHasText(text));
    }
}
