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
import dk.ics.intake.oversight.MadeControls;
import dk.ics.intake.oversight.MadeControls.Made;
import dk.ics.intake.tasklist.Browser;
import dk.ics.intake.tasklist.Keyboard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The supervisor finds a control, reads its record and takes it along; nobody else gets that far. */
@IntakeTest
@Tag("browser")
class ControlDocumentationIT {

    private static final String PATH = "/kontroldokumentation";
    private static final String VIEW = ".ics-view";
    private static final ZonedDateTime TODAY = TestClock.START;

    private final String baseUrl;
    private final TestClock clock;
    private final TestDatabase database;
    private final MadeControls make;
    private final Browser browser = Browser.open();

    private CaseReference special = new CaseReference("2026-000001");

    @Autowired
    ControlDocumentationIT(
            @LocalServerPort int port,
            TestClock clock,
            TestDatabase database,
            CaseFile caseFile,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.baseUrl = "http://localhost:" + port;
        this.clock = clock;
        this.database = database;
        this.make = new MadeControls(caseFile, jdbc, transaction);
    }

    /** Seventy of a few weeks, and one that every filter can find. */
    @BeforeEach
    void controls() {
        database.removeCases();
        for (int i = 0; i < 70; i++) {
            Made made = Made.at(TODAY.minusDays(50).plusHours(11L * i)).in(i % 3 == 0 ? "0101" : "0169");
            CaseReference reference =
                    make.make(i % 9 == 4 ? made.by("idkontrol2").inDoubt() : made.by("idkontrol2"));
            if (i % 18 == 4) {
                make.decide(reference, "refused");
            }
            if (i % 10 == 3) {
                make.draw(reference);
            }
        }
        special = make.make(Made.at(TODAY.minusHours(1)).inDoubt().onPhoto());
        make.draw(special);
        make.review(special);
    }

    @AfterEach
    void close() {
        browser.close();
        database.removeCases();
    }

    @Test
    @DisplayName("each filter finds the control, and its opposite does not")
    void filters() {
        Page page = supervisor().go(PATH).page();

        for (Map.Entry<String, String> filter : List.of(
                Map.entry("Kommune", "Frederiksberg"),
                Map.entry("Medarbejder", "Ida Krogh (idkontrol)"),
                Map.entry("Dokument", "Dokument vist som foto"),
                Map.entry("Tilsyn", "Gennemgået"))) {
            page.getByLabel(filter.getKey(), exactly()).selectOption(filter.getValue());
            show(page);
            assertThat(page.locator(".ics-controls tbody tr")).hasCount(1);
            assertThat(page.locator(".ics-open")).hasText(special.value());
            clear(page);
        }
        page.getByLabel("Udfald").selectOption("Ikke afgjort");
        page.getByLabel("Tvivl").selectOption("Med tvivl");
        page.getByLabel("Forretningsgang").selectOption("2026-1");
        page.getByLabel("Fra og med").fill("2.3.2026");
        page.getByLabel("Til og med").fill("02.03.2026");
        show(page);
        assertThat(page.locator(".ics-controls tbody tr")).hasCount(1);
        assertThat(page.locator(".ics-open")).hasText(special.value());
        assertThat(page.locator(".ics-list-head h2")).hasText("1 kontrol");
        page.getByLabel("Tvivl").selectOption("Uden tvivl");
        show(page);
        assertThat(page.locator(".ics-controls")).isHidden();
        assertThat(page.locator(".ics-nothing")).containsText("Ingen kontroller passer til filtrene.");
        clear(page);
        page.getByLabel("Sagsnummer").fill(special.value());
        page.keyboard().press("Enter");
        assertThat(page.locator(".ics-controls tbody tr")).hasCount(1);
        clear(page);
        page.getByText("I dag", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".ics-controls tbody tr")).hasCount(1);
    }

    @Test
    @DisplayName("the list is sorted and read page by page, and what is wrong stands at its field")
    void listAndStates() {
        Seat seat = supervisor().go(PATH);
        Page page = seat.page();
        assertThat(page.locator(".ics-list-head h2")).hasText("71 kontroller");
        assertThat(page.locator(".ics-controls tbody tr")).hasCount(50);
        seat.isFit(VIEW, "controls");

        page.getByText("Næste side ›").click();
        assertThat(page.locator(".ics-list-head h2")).hasText("71 kontroller, side 2");
        assertThat(page.locator(".ics-controls tbody tr")).hasCount(21);
        assertThat(page.locator(".ics-list-head h2")).isFocused();
        page.getByText("‹ Forrige side").click();
        assertThat(page.locator(".ics-controls tbody tr")).hasCount(50);
        page.locator(".ics-sort")
                .filter(new Locator.FilterOptions().setHasText("Kommune"))
                .click();
        assertThat(page.locator("[aria-sort=ascending]")).containsText("Kommune");
        assertThat(page.locator(".ics-controls tbody tr").first()).containsText("København");
        page.locator(".ics-sort")
                .filter(new Locator.FilterOptions().setHasText("Kommune"))
                .click();
        assertThat(page.locator("[aria-sort=descending]")).containsText("Kommune");
        assertThat(page.locator("[aria-sort] button")).isFocused();
        assertThat(page.locator(".ics-controls tbody tr").first()).containsText("Høje-Taastrup");

        page.getByLabel("Fra og med").fill("31.02.2026");
        show(page);
        assertThat(page.locator("#ics-filter-from-problem")).hasText("Skriv datoen som 02.03.2026.");
        assertThat(page.getByLabel("Fra og med")).isFocused();
        page.getByLabel("Fra og med").fill("02.03.2026");
        page.getByLabel("Til og med").fill("01.03.2026");
        show(page);
        assertThat(page.locator("#ics-filter-to-problem")).hasText("Perioden kan ikke slutte, før den begynder.");
        seat.isFit(VIEW, "controls-refused");
        clear(page);

        page.getByLabel("Sagsnummer").fill("2026-999999");
        show(page);
        assertThat(page.locator(".ics-nothing")).isVisible();
        seat.isFit(VIEW, "controls-empty");

        page.route("**/api/ics/controls/search", Route::abort);
        clear(page);
        assertThat(page.locator(".ics-summary")).hasText("Der er ingen forbindelse til systemet. Prøv igen om lidt.");
        assertThat(page.locator(".ics-nothing")).isHidden();
        assertThat(page.locator(".ics-list-head h2")).hasText("Kontroller");
        seat.isFit(VIEW, "controls-error");
    }

    @Test
    @DisplayName("a control is found, opened for a purpose, read and taken along, by keyboard only")
    void recordByKeyboard() throws IOException {
        Seat seat = supervisor();
        Page page = seat.page();
        Keyboard keyboard = seat.keyboard();
        keyboard.tabTo("Kontrol og tilsyn").press("Enter");
        page.locator(".ics-controls tbody tr").first().waitFor();
        seat.settle();

        keyboard.tabTo("Sagsnummer").type(special.value()).press("Enter");
        assertThat(page.locator(".ics-list-head h2")).hasText("1 kontrol");
        keyboard.tabTo("Åbn kontrollen i sag " + special).press("Enter");
        assertThat(page.locator("#ics-purpose-problem")).hasText("Vælg, hvad du skal bruge sagen til.");
        keyboard.isAt("Hvad skal du bruge kontrollerne til?").type("Tilsyn");
        keyboard.tabTo("Åbn kontrollen i sag " + special).press("Enter");
        Locator heading = page.locator(VIEW + " h2:visible").first();
        assertThat(heading).hasText("Sag " + special + " · Ewa Nowak");
        assertThat(heading).isFocused();
        assertThat(page.locator(VIEW)).containsText("Ida Krogh (idkontrol)");
        assertThat(page.locator(VIEW)).containsText("Borgeren er indlagt.");
        assertThat(page.locator(VIEW)).containsText("Identitetskontrol – grundkursus");
        assertThat(page.locator(VIEW)).containsText("Gennemgået");
        assertThat(page.locator(VIEW)).containsText("Hele kontrolsporet er ikke kontrolleret endnu.");
        keyboard.tabTo("Vis posterne med hash og kontrolpunkt").press("Enter");
        assertThat(page.locator(VIEW + " details .ics-hash").first()).isVisible();
        seat.isFit(VIEW, "record");

        keyboard.shiftTabTo("Hent som PDF");
        Download pdf = page.waitForDownload(() -> keyboard.press("Enter"));
        assertThat(Files.readString(pdf.path(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(pdf.suggestedFilename()).isEqualTo("kontroldokumentation-" + special + ".pdf");
        assertThat(log("recordShown", special.value())).isEqualTo(1);
        assertThat(log("recordTaken", special.value())).isEqualTo(1);

        keyboard.shiftTabTo("‹ Til listen").press("Enter");
        keyboard.isAt("Åbn kontrollen i sag " + special);
        keyboard.shiftTabTo("Hent listen (CSV)");
        Download csv = page.waitForDownload(() -> keyboard.press("Enter"));
        String text = Files.readString(csv.path());
        assertThat(text).startsWith("\uFEFFSag;").contains(special.value()).doesNotContain("Nowak");
        assertThat(text.lines()).hasSize(2);
        seat.leftNothingBehind(special.value(), "Nowak");
    }

    @Test
    @DisplayName("whoever is no supervisor is shown no way there, and finds nothing at the address")
    void othersAreRefused() {
        try (Seat seat = new Seat(browser, baseUrl, "admin", clock.now()).logIn()) {
            assertThat(seat.page().locator(".ics-supervision-link")).hasCount(0);
            for (String path : List.of(PATH, "/aegthed")) {
                seat.go(path);
                assertThat(seat.page().locator(".ics-summary")).containsText("Du har ikke adgang til denne side.");
                assertThat(seat.page().locator(VIEW + " :is(form, table, button)"))
                        .hasCount(0);
            }
            seat.isFit(VIEW, "no-rights-admin");
        }
    }

    private Seat supervisor() {
        return new Seat(browser, baseUrl, "tilsyn", clock.now()).logIn();
    }

    private static void show(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vis kontroller"))
                .click();
    }

    private static void clear(Page page) {
        page.getByText("Ryd filtre").click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private long log(String act, String reference) {
        Long lines = new JdbcTemplate(database.as("postgres"))
                .queryForObject(
                        "select count(*) from ics.case_access where act = ? and case_reference = ? and user_id = 'tilsyn'"
                                + " and purpose = 'supervision'",
                        Long.class,
                        act,
                        reference);
        return lines == null ? 0 : lines;
    }
}
