package dk.ics.intake.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.Beginning;
import dk.ics.intake.evidence.Checkpoints;
import dk.ics.intake.evidence.Signing;
import dk.ics.intake.oversight.MadeControls;
import dk.ics.intake.oversight.MadeControls.Made;
import dk.ics.intake.process.EvidenceCases;
import dk.ics.intake.tasklist.Browser;
import dk.ics.intake.tasklist.Keyboard;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an auditor asks, each answered in Cockpit alone: by the supervisor at one desk, by a partner municipality of its own
 * cases, and without a mouse. All share one case that was worked from application to closing.
 */
@IntakeTest
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditorsQuestionsIT {

    private static final String VIEW = ".ics-view";
    private static final ZonedDateTime LAST_MONTH = TestClock.START.minusDays(20);

    private final String baseUrl;
    private final int port;
    private final TestClock testClock;
    private final Clock clock;
    private final TestDatabase database;
    private final Checkpoints checkpoints;
    private final Beginning beginning;
    private final Path export;
    private final ProcessEngine engine;
    private final CaseFile caseFile;
    private final MadeControls make;
    private final Browser browser = Browser.open();

    private CaseReference whole;
    private Seat seat;

    @Autowired
    AuditorsQuestionsIT(
            @LocalServerPort int port,
            @Value("${ics.evidence.export}") Path export,
            TestClock testClock,
            Clock clock,
            TestDatabase database,
            Checkpoints checkpoints,
            Beginning beginning,
            ProcessEngine engine,
            CaseFile caseFile,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.port = port;
        this.baseUrl = "http://localhost:" + port;
        this.export = export;
        this.testClock = testClock;
        this.clock = clock;
        this.database = database;
        this.checkpoints = checkpoints;
        this.beginning = beginning;
        this.engine = engine;
        this.caseFile = caseFile;
        this.make = new MadeControls(caseFile, jdbc, transaction);
    }

    @BeforeAll
    void aCaseFromApplicationToClosing() throws IOException {
        Signing.forget(export);
        database.removeCases();
        beginning.begin();
        whole = EvidenceCases.whole(engine, caseFile, clock, baseUrl);
        seat = new Seat(browser, baseUrl, "tilsyn", testClock.now()).logIn();
    }

    @AfterAll
    void forget() throws IOException {
        browser.close();
        database.removeCases();
        Signing.forget(export);
    }

    @Test
    @DisplayName("Who approved this person, on which document and which version of the procedure?")
    void whoApproved() {
        Page page = find("Großmann");
        page.getByLabel("Kontroldokumentation i sag " + whole).click();

        assertThat(fact(page, "Afgørelse")).containsText("Godkendt af Ida Krogh (idkontrol) 02.03.2026 kl. ");
        assertThat(fact(page, "Dokument")).containsText("originalt dokument");
        assertThat(fact(page, "Forretningsgang").first()).hasText("Udgave 2026-1");
        assertThat(fact(page, "Minimumskrav")).containsText("besvaret");
        seat.isFit(VIEW, "record-in-short");
        seat.leftNothingBehind(whole.value(), "Großmann");
    }

    @Test
    @DisplayName("Was that employee trained that day?")
    void wasTrained() {
        CaseReference revoked = make.make(Made.at(LAST_MONTH).by("idkontrol2"));
        Page page = record(whole);
        assertThat(fact(page, "Uddannet den dag"))
                .containsText("Ja, Ida Krogh (idkontrol): Identitetskontrol – grundkursus, gyldig til ");

        database.execute("insert into ics.training_revocation (training_id, reason, revoked_by, revoked_at)"
                + " select id, 'Prøven var ikke bestået', 'tilsyn', '2026-03-01T10:00+01'"
                + " from ics.training where user_id = 'idkontrol2'");
        record(revoked);
        assertThat(fact(page, "Uddannet den dag")).hasText("Nej, uddannelsen er trukket tilbage");
    }

    @Test
    @DisplayName("Who looked this person up, when and for what?")
    void whoLookedUp() {
        HttpResponse<String> look = caseworker()
                .json(
                        "POST",
                        "/camunda/api/ics/cases/open",
                        "{\"purpose\":\"complaint\",\"reference\":\"%s\"}".formatted(whole));
        assertThat(look.statusCode()).isEqualTo(200);

        Page page = course(whole);
        page.getByText("Kun opslag").click();
        Locator lines = page.locator(VIEW + " .ics-table tbody tr");
        Locator looked = lines.filter(new Locator.FilterOptions().setHasText("Klage eller aktindsigt"));
        assertThat(looked.first()).containsText("Sagen vist");
        assertThat(looked.first()).containsText("Søren Bech (sagsbehandler)");
        assertThat(looked.first()).containsText("02.03.2026 kl. ");
        assertThat(lines.filter(new Locator.FilterOptions().setHasNotText("Opslag")))
                .hasCount(0);
        seat.isFit(VIEW, "course-look-ups");
    }

    @Test
    @DisplayName("Which controls of a month lacked a requirement?")
    void lacked() {
        CaseReference lacking = make.make(Made.at(LAST_MONTH).in("0169"));
        make.make(Made.at(LAST_MONTH).in("0169"));
        database.execute(
                "delete from ics.control_requirement where case_reference = '%s' and requirement = 'documentGenuine'"
                        .formatted(lacking));

        Page page = seat.go("/kontroldokumentation").page();
        page.getByText("Ryd filtre").click();
        page.getByLabel("Minimumskrav").selectOption("Mangler et krav");
        page.getByText("Sidste måned").click();
        assertThat(page.locator(".ics-list-head h2")).hasText("1 kontrol");
        assertThat(page.locator(".ics-open")).hasText(lacking.value());
        seat.isFit(VIEW, "controls-lacking");
        page.getByLabel("Hvad skal du bruge kontrollerne til?").selectOption("supervision");
        page.locator(".ics-open").click();
        assertThat(fact(page, "Minimumskrav")).hasText("1 krav uden svar");

        compliance("01.02.2026", "28.02.2026");
        page.locator("summary", new Page.LocatorOptions().setHasText("Minimumskrav uden svar"))
                .click();
        page.getByLabel("Vis kontrollerne i sag " + lacking).click();
        assertThat(page.locator(".ics-list-head h2")).hasText("1 kontrol");
        assertThat(page.getByLabel("Sagsnummer")).hasValue(lacking.value());
        page.getByText("Ryd filtre").click();
    }

    @Test
    @DisplayName("Who gave this task to somebody else, and why?")
    void reassigned() {
        String reference = EvidenceCases.withBranches(engine, caseFile, clock, baseUrl);
        String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .filter(one -> EvidenceCases.accountFor(engine, one).equals("sagsbehandler"))
                .findFirst()
                .orElseThrow()
                .getId();
        Http supervisor = WebappUser.login(port, "tilsyn", "demo", "cockpit").http();
        for (String to : List.of("sagsbehandler", "sagsbehandler2")) {
            assertThat(supervisor
                            .json(
                                    "POST",
                                    "/camunda/api/engine/engine/default/task/" + task + "/assignee",
                                    "{\"userId\":\"%s\",\"reason\":\"Søren har ferie\"}".formatted(to))
                            .statusCode())
                    .isEqualTo(204);
        }

        Page page = course(new CaseReference(reference));
        page.getByText("Kun opgaver").click();
        Locator moved = page.locator(VIEW + " .ics-table tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Opgave givet til en anden"))
                .last();
        assertThat(moved)
                .containsText(Pattern.compile(
                        "Fra\\s*Søren Bech \\(sagsbehandler\\)\\s*Til\\s*Amina Dahl \\(sagsbehandler2\\)"));
        assertThat(moved.locator("td").nth(3)).hasText("Tove Skov (tilsyn)");
        assertThat(moved).containsText("Bevist, nr.");
        page.getByText("Alt", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(VIEW + " .ics-table tbody")).containsText("Søren har ferie");
    }

    /** First: others change what they ask about past the application. */
    @Test
    @Order(1)
    @DisplayName("Was anything changed afterwards?")
    void changed() {
        CaseReference touched = make.make(Made.at(TestClock.START));
        Page page = record(touched);
        assertThat(fact(page, "Ændret bagefter")).hasText("Kontrolsporet er ikke efterprøvet siden kontrollen");

        verify("Intet er ændret");
        record(touched);
        assertThat(fact(page, "Ændret bagefter")).containsText("Nej, intet er ændret. Efterprøvet 02.03.2026 kl. ");

        database.execute("set session_replication_role = replica;"
                + " update ics.control set controlled_by = 'idkontrol2' where case_reference = '%s'"
                        .formatted(touched));
        verify("Der er fundet fejl");
        assertThat(page.locator(".ics-alarm")).containsText(touched.value());
        record(touched);
        assertThat(fact(page, "Ændret bagefter")).containsText("Der er fundet fejl i kontrolsporet");
        database.execute("set session_replication_role = replica;"
                + " update ics.control set controlled_by = 'idkontrol' where case_reference = '%s'".formatted(touched));
    }

    @Test
    @DisplayName("How many controls were supervised in each municipality?")
    void supervised() {
        ZonedDateTime january = TestClock.START.minusDays(45);
        for (int i = 0; i < 3; i++) {
            CaseReference one = make.make(Made.at(january.plusMinutes(i)).in(i == 0 ? "0101" : "0159"));
            make.draw(one);
            if (i < 2) {
                make.review(one);
            }
        }
        make.make(Made.at(january).in("0159"));

        Page page = compliance("01.01.2026", "31.01.2026");
        Locator rows = page.locator("table")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("caption", new Page.LocatorOptions().setHasText("Tilsyn efter kommune"))))
                .locator("tbody tr");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(0)).containsText(Pattern.compile("København\\s*1\\s*\\d\\s*1\\s*1\\s*0\\s*0"));
        assertThat(rows.nth(1)).containsText(Pattern.compile("Gladsaxe\\s*3\\s*\\d\\s*2\\s*1\\s*0\\s*0"));
        assertThat(rows.nth(2)).containsText(Pattern.compile("I alt\\s*4\\s*\\d\\s*3\\s*2\\s*0\\s*0"));
        page.locator("h4", new Page.LocatorOptions().setHasText("Tilsyn efter kommune"))
                .scrollIntoViewIfNeeded();
        seat.isFit(VIEW, "compliance-municipalities");
    }

    @Test
    @DisplayName(
            "a citizen is found by name, number or case, for a purpose that is logged, and the search says what is wrong")
    void findsACitizen() {
        seat.page().reload();
        Page page = seat.go("/find-borger").page();
        seat.isFit(VIEW, "find-empty");
        search(page);
        assertThat(page.locator("#ics-find-purpose-problem")).hasText("Vælg, hvad du skal bruge sagen til.");
        assertThat(page.getByLabel("Hvad skal du bruge sagen til?")).isFocused();
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("supervision");
        search(page);
        assertThat(page.locator(".ics-summary")).hasText("Udfyld mindst ét felt.");
        page.getByLabel("Fødselsdato").fill("31.02.1990");
        search(page);
        assertThat(page.locator("#ics-find-birthDate-problem")).hasText("Skriv fødselsdatoen som 14.05.1991.");
        seat.isFit(VIEW, "find-refused");

        page.getByText("Ryd", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Navn").fill("Ingenmand");
        search(page);
        assertThat(page.locator(VIEW + " h2")).hasText("Ingen sager fundet");
        seat.isFit(VIEW, "find-none");
        page.getByLabel("Navn").fill("Grosmann");
        search(page);
        assertThat(page.locator(VIEW + " tbody tr").first()).containsText("navnet ligner");
        page.getByLabel("Navn").fill("");
        page.getByLabel("Sagsnummer").fill(whole.value());
        search(page);
        assertThat(page.locator(VIEW + " h2")).hasText("1 sag fundet");
        assertThat(page.locator(VIEW + " h2")).isFocused();
        seat.isFit(VIEW, "find");
        page.getByLabel("Sagens forløb i sag " + whole).click();
        assertThat(page.locator(VIEW + " h2")).hasText("Sag " + whole);
        page.getByText("‹ Til søgningen").click();
        assertThat(page.getByLabel("Kontroldokumentation i sag " + whole)).isFocused();
        assertThat(logged("searched", "tilsyn", "supervision")).isGreaterThanOrEqualTo(3);

        page.route("**/api/ics/cases/search", Route::abort);
        search(page);
        assertThat(page.locator(".ics-summary")).hasText("Der er ingen forbindelse til systemet. Prøv igen om lidt.");
        assertThat(page.locator(VIEW + " tbody tr")).hasCount(0);
        seat.isFit(VIEW, "find-error");
        page.unroute("**/api/ics/cases/search");
        page.evaluate("() => { window.fetch = () => new Promise(() => {}); }");
        searchButton(page).click();
        assertThat(page.locator(VIEW + " .ics-status")).hasText("Søger …");
        assertThat(searchButton(page)).isDisabled();
        seat.isFit(VIEW, "find-loading");
        page.reload();
        seat.leftNothingBehind(whole.value(), "Großmann", "Grosmann");
    }

    @Test
    @DisplayName("a partner municipality reads the controls of its own cases, and has no way to anything else")
    void partner() throws IOException {
        CaseReference others = make.make(Made.at(LAST_MONTH).in("0101").by("idkontrol2"));
        try (Seat partner = new Seat(browser, baseUrl, "partner0147", testClock.now()).logIn()) {
            Page page = partner.page();
            assertThat(page.getByText("Kontrol og tilsyn")).hasCount(0);
            page.locator(".ics-supervision-link").click();
            assertThat(page.locator(".ics-tabs a")).hasText(new String[] {"Kontroldokumentation", "Sagens forløb"});
            partner.settle();
            assertThat(page.locator("#ics-filter-municipality option")).hasText(new String[] {"Alle", "Frederiksberg"});
            assertThat(page.locator(".ics-open").filter(new Locator.FilterOptions().setHasText(others.value())))
                    .hasCount(0);
            page.getByLabel("Hvad skal du bruge kontrollerne til?").selectOption("authority");
            partner.isFit(VIEW, "partner-controls");
            page.locator(".ics-open", new Page.LocatorOptions().setHasText(whole.value()))
                    .click();
            assertThat(fact(page, "Afgørelse")).containsText("Ida Krogh");
            Download pdf =
                    page.waitForDownload(() -> page.getByText("Hent som PDF").click());
            assertThat(Files.readString(pdf.path(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sagens forløb"))
                    .click();
            assertThat(page.locator(VIEW + " h2")).hasText("Sag " + whole);
            page.getByText("Vis sagens vej på diagrammet").click();
            assertThat(page.locator(".ics-canvas .djs-shape.ics-done").first()).isVisible();
            partner.isFit(VIEW, "partner-course");
            page.getByLabel("Sagsnummer").fill(others.value());
            page.getByText("Vis forløb").click();
            assertThat(page.locator(".ics-summary")).containsText("Sagen findes ikke, eller du har ikke adgang");

            for (String path : List.of("/find-borger", "/tilsyn", "/efterlevelse", "/aegthed")) {
                partner.go(path);
                assertThat(page.locator(".ics-summary")).containsText("Du har ikke adgang til denne side.");
                assertThat(page.locator(VIEW + " :is(form, table, button)")).hasCount(0);
            }
            partner.isFit(VIEW, "partner-no-rights");
            partner.leftNothingBehind(whole.value(), others.value());
        }
    }

    @Test
    @DisplayName("what one user looked for is gone for the next one at the same desk")
    void nextUser() {
        Page page = seat.go("/kontroldokumentation").page();
        page.evaluate("() => window.icsSamePage = true");
        page.getByText("Ryd filtre").click();
        page.getByLabel("Sagsnummer").fill(whole.value());
        page.keyboard().press("Enter");
        assertThat(page.locator(".ics-list-head h2")).hasText("1 kontrol");
        page.getByLabel("Hvad skal du bruge kontrollerne til?").selectOption("complaint");

        seat.logOut().logInAs("partner0147");
        page.locator(".ics-supervision-link").click();
        seat.settle();
        assertThat(page.evaluate("() => window.icsSamePage")).isEqualTo(true);
        assertThat(page.getByLabel("Sagsnummer")).hasValue("");
        assertThat(page.getByLabel("Hvad skal du bruge kontrollerne til?")).hasValue("");
        assertThat(page.locator(".ics-tabs a")).hasCount(2);
        seat.logOut().logInAs("tilsyn");
    }

    @Test
    @DisplayName(
            "from the menu over list, filter, record and course to the diagram and back, by keys only and always seen where")
    void byKeyboard() {
        seat.page().navigate(baseUrl + "/camunda/app/cockpit/default/");
        Page page = seat.page();
        Keyboard keyboard = seat.keyboard();
        page.locator(".ics-supervision-link").waitFor();
        keyboard.tabTo("Kontrol og tilsyn");
        seat.focusIsSeen();
        keyboard.press("Enter");
        page.locator(".ics-controls tbody tr").first().waitFor();
        seat.settle();

        keyboard.tabTo("Sagsnummer");
        seat.focusIsSeen();
        keyboard.typeOver(whole.value()).press("Enter");
        assertThat(page.locator(".ics-list-head h2")).hasText("1 kontrol");
        keyboard.tabTo("Hvad skal du bruge kontrollerne til?").type("Tilsyn");
        seat.focusIsSeen();
        keyboard.tabTo("Åbn kontrollen i sag " + whole);
        seat.focusIsSeen();
        keyboard.press("Enter");
        keyboard.isAt("Sag " + whole);
        keyboard.shiftTabTo("Sagens forløb");
        seat.focusIsSeen();
        keyboard.press("Enter");
        keyboard.isAt("Sag " + whole);
        assertThat(page.locator(VIEW + " h1")).hasText("Sagens forløb");
        keyboard.tabTo("Vis sagens vej på diagrammet");
        seat.focusIsSeen();
        keyboard.press("Enter");
        assertThat(page.locator(".ics-canvas .djs-shape.ics-done").first()).isVisible();
        keyboard.tabTo("Forløb");
        seat.focusIsSeen();
        keyboard.tabTo("Større").press("Enter");
        seat.focusIsSeen();
        keyboard.tabTo("Vis delforløbet").press("Enter");
        keyboard.isAt("Forløb");
        assertThat(page.locator(".ics-canvas .djs-shape.ics-done").first()).isVisible();
        keyboard.tabTo("Kun opslag").press("Enter");
        seat.focusIsSeen();

        keyboard.shiftTabTo("‹ Til kontroldokumentationen");
        seat.focusIsSeen();
        keyboard.press("Enter");
        keyboard.isAt("Sag " + whole);
        assertThat(page.locator(VIEW + " h1")).hasText("Kontroldokumentation");
        keyboard.shiftTabTo("‹ Til listen").press("Enter");
        keyboard.isAt("Åbn kontrollen i sag " + whole);
        keyboard.shiftTabTo("Ryd filtre");
        seat.focusIsSeen();
        keyboard.press("Enter");
        assertThat(page.getByLabel("Sagsnummer")).hasValue("");
    }

    private Page find(String name) {
        Page page = seat.go("/find-borger").page();
        page.getByText("Ryd", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("supervision");
        page.getByLabel("Navn").fill(name);
        search(page);
        return page;
    }

    private Page record(CaseReference reference) {
        Page page = seat.go("/find-borger").page();
        page.getByText("Ryd", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("supervision");
        page.getByLabel("Sagsnummer").fill(reference.value());
        search(page);
        page.getByLabel("Kontroldokumentation i sag " + reference).click();
        assertThat(page.locator(VIEW + " h2:visible").first()).containsText("Sag " + reference);
        return page;
    }

    private Page course(CaseReference reference) {
        Page page = seat.go("/sagens-forloeb").page();
        page.getByLabel("Sagsnummer").fill(reference.value());
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("supervision");
        page.getByText("Vis forløb").click();
        assertThat(page.locator(VIEW + " h2")).hasText("Sag " + reference);
        return page;
    }

    private Page compliance(String from, String to) {
        Page page = seat.go("/efterlevelse").page();
        page.getByLabel("Fra").fill(from);
        page.getByLabel("Til og med").fill(to);
        page.getByText("Vis rapport").click();
        assertThat(page.locator(VIEW + " h2")).hasText(from + " – " + to);
        return page;
    }

    private void verify(String verdict) {
        Signing.now(checkpoints);
        Page page = seat.go("/aegthed").page();
        page.getByText("Kontrollér nu").click();
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText(verdict)))
                .isFocused();
    }

    private Http caseworker() {
        return WebappUser.login(port, "sagsbehandler", "demo", "tasklist").http();
    }

    private static void search(Page page) {
        searchButton(page).click();
        assertThat(page.locator(VIEW + " .ics-status")).hasText("");
    }

    private static Locator searchButton(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Søg").setExact(true));
    }

    private static Locator fact(Page page, String term) {
        return page.locator(".ics-facts > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + term + "$")))))
                .locator("dd")
                .first();
    }

    private long logged(String act, String user, String purpose) {
        Long lines = new JdbcTemplate(database.as("postgres"))
                .queryForObject(
                        "select count(*) from ics.case_access where act = ? and user_id = ? and purpose = ?",
                        Long.class,
                        act,
                        user,
                        purpose);
        return lines == null ? 0 : lines;
    }
}
