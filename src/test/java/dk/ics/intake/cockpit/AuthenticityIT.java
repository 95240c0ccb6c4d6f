package dk.ics.intake.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import dk.ics.intake.tasklist.Browser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The supervisor has the ledger verified, and is told what was tampered with and what to do. */
@IntakeTest
@Tag("browser")
class AuthenticityIT {

    private static final String VIEW = ".ics-view";

    private final String baseUrl;
    private final TestClock clock;
    private final TestDatabase database;
    private final Checkpoints checkpoints;
    private final Beginning beginning;
    private final Path export;
    private final MadeControls make;
    private final Browser browser = Browser.open();

    @Autowired
    AuthenticityIT(
            @LocalServerPort int port,
            @Value("${ics.evidence.export}") Path export,
            TestClock clock,
            TestDatabase database,
            Checkpoints checkpoints,
            Beginning beginning,
            CaseFile caseFile,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.baseUrl = "http://localhost:" + port;
        this.export = export;
        this.clock = clock;
        this.database = database;
        this.checkpoints = checkpoints;
        this.beginning = beginning;
        this.make = new MadeControls(caseFile, jdbc, transaction);
    }

    @BeforeEach
    void anEmptyLedger() throws IOException {
        Signing.forget(export);
        database.removeCases();
        beginning.begin();
    }

    @AfterEach
    void close() throws IOException {
        browser.close();
        database.removeCases();
        Signing.forget(export);
    }

    @Test
    @DisplayName("an untouched ledger holds, a control that was changed in the database is an alarm")
    void tampered() {
        CaseReference reference = make.make(Made.at(TestClock.START));
        Signing.now(checkpoints);
        Seat seat = new Seat(browser, baseUrl, "tilsyn", clock.now()).logIn().go("/aegthed");
        Page page = seat.page();
        assertThat(fact(page, "Sidste kontrolpunkt")).containsText("Nr. 1, 02.03.2026 kl. 10.0");
        assertThat(fact(page, "Ikke dækket endnu")).hasText("Ingen, alt er underskrevet");
        assertThat(fact(page, "Sidste kontrol")).hasText("Kontrolsporet er ikke kontrolleret endnu");
        seat.isFit(VIEW, "ledger");

        seat.keyboard().tabTo("Kontrollér nu").press("Enter");
        Locator verdict = page.locator("h2", new Page.LocatorOptions().setHasText("Intet er ændret"));
        assertThat(verdict).isFocused();
        assertThat(fact(page, "Sidste kontrol viste")).hasText("Intet er ændret");
        seat.isFit(VIEW, "ledger-holds");

        database.execute("set session_replication_role = replica;"
                + " update ics.control set controlled_by = 'idkontrol2' where case_reference = '%s'"
                        .formatted(reference.value()));
        page.getByText("Kontrollér nu").click();
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Der er fundet fejl")))
                .isFocused();
        Locator alarm = page.locator(".ics-alarm");
        assertThat(alarm).hasCount(1);
        assertThat(alarm).containsText("Rækken er ændret uden om systemet (1 sted)");
        assertThat(alarm).containsText("Det skal du gøre:");
        assertThat(alarm).containsText(reference.value());
        assertThat(alarm).containsText("ics.control");
        assertThat(fact(page, "Sidste kontrol viste")).hasText("Der er fundet fejl");
        seat.isFit(VIEW, "ledger-alarm");
    }

    @Test
    @DisplayName("entries that should have been signed are warned of")
    void unsigned() {
        make.make(Made.at(TestClock.START));
        clock.advance(java.time.Duration.ofMinutes(5));
        Seat seat = new Seat(browser, baseUrl, "tilsyn", clock.now()).logIn().go("/aegthed");

        assertThat(seat.page().locator(".ics-warning")).containsText("Kontakt driften");
        assertThat(fact(seat.page(), "Sidste kontrolpunkt")).hasText("Der er ikke lavet noget kontrolpunkt endnu");
        seat.isFit(VIEW, "ledger-unsigned");
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("how far a verification has come is seen, and that another machine does it")
    void progress() {
        Seat seat = new Seat(browser, baseUrl, "tilsyn", clock.now()).logIn().go("/aegthed");
        Page page = seat.page();
        // The answer of a machine that is half-way; a real one is done too soon to be looked at.
        page.route(
                "**/api/ics/evidence/verifications/*",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"state\":\"RUNNING\",\"done\":61234,\"total\":120000}")));
        page.getByText("Kontrollér nu").click();
        page.clock().fastForward(2000);
        assertThat(page.locator(".ics-verifying")).containsText("Kontrollerer: 61.234 af 120.000 poster");
        seat.isFit(VIEW, "ledger-progress");
    }

    private static Locator fact(Page page, String term) {
        return page.locator(".ics-facts > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "dt",
                                new Page.LocatorOptions()
                                        .setHasText(java.util.regex.Pattern.compile("^" + term + "$")))))
                .locator("dd");
    }
}
