package dk.ics.intake.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.oversight.MadeControls;
import dk.ics.intake.oversight.MadeControls.Made;
import dk.ics.intake.tasklist.Browser;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the supervisor sees first in Cockpit. */
@IntakeTest
@Tag("browser")
class OverviewIT {

    private static final String VIEW = ".ics-overview";

    private final String baseUrl;
    private final TestClock clock;
    private final TestDatabase database;
    private final MadeControls make;
    private final Browser browser = Browser.open();

    @Autowired
    OverviewIT(
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

    @AfterEach
    void close() {
        browser.close();
        database.removeCases();
    }

    @Test
    @DisplayName("the figures of today stand on the front page, with what has to be done in red")
    void figures() {
        for (int i = 0; i < 40; i++) {
            make.make(Made.at(TestClock.START.minusDays(8L * i)));
        }
        CaseReference doubtful =
                make.make(Made.at(TestClock.START.minusDays(12)).inDoubt());
        make.draw(doubtful);
        database.execute("insert into ics.deadline (case_reference, code, due) values ('%s', 'hearing', '2026-02-20')"
                .formatted(doubtful.value()));
        citizens();
        Seat seat = new Seat(browser, baseUrl, "tilsyn", clock.now()).logIn();
        Page page = seat.page();
        page.locator(VIEW + " .ics-tile").first().waitFor();

        assertThat(tile(page, "Kontroller i dag")).containsText("1");
        assertThat(tile(page, "Fuldstændigt dokumenteret")).containsText("100 %");
        assertThat(tile(page, "Åbne tvivl")).containsText("den ældste fra 18.02.2026");
        assertThat(tile(page, "Overskredne frister")).containsText("1 sag med 1 frist, den ældste 20.02.2026");
        assertThat(tile(page, "Tilsyn, februar 2026")).containsText("0 af 1 udtagne er gennemgået");
        for (String red : List.of("Åbne tvivl", "Overskredne frister")) {
            assertThat(tile(page, red)).hasClass("ics-tile ics-attention");
        }
        assertThat(tile(page, "Kontroller i dag")).hasClass("ics-tile");
        assertThat(page.locator(".ics-chart table tbody tr")).hasCount(12);
        assertThat(page.locator(VIEW)).containsText("Sygesikringen");
        assertThat(tile(page, "Henvendelser i denne måned"))
                .containsText("2 besvaret med det samme, 0 blev til sager, 1 henvist; mest om skattekort og MitID");
        assertThat(tile(page, "Ventetid i denne måned")).containsText("ingen er kaldt op endnu");
        assertThat(tile(page, "Borgernes mening")).containsText("4,0 af 5");
        page.getByText("Læs borgernes bemærkninger").click();
        assertThat(page.locator(".ics-comments li")).hasText("<b>Tak</b> for hjælpen");
        seat.isFit(VIEW, "overview");

        page.getByText("Gå til kontroldokumentationen").click();
        assertThat(page.locator(".ics-view h1")).hasText("Kontroldokumentation");
    }

    @Test
    @DisplayName("with nothing to show it says so, and without the server it says what to do")
    void nothingAndNoServer() {
        Seat seat = new Seat(browser, baseUrl, "tilsyn", clock.now()).logIn();
        Page page = seat.page();
        assertThat(tile(page, "Fuldstændigt dokumenteret")).containsText("ingen kontroller i denne måned endnu");
        seat.isFit(VIEW, "overview-empty");

        page.route("**/api/ics/overview", Route::abort);
        page.reload();
        assertThat(page.locator(VIEW + " .ics-summary")).containsText("Der er ingen forbindelse til systemet.");
        seat.isFit(VIEW, "overview-error");
    }

    @Test
    @DisplayName("nobody else sees it")
    void others() {
        for (String account : List.of("partner0147", "admin")) {
            try (Seat seat = new Seat(browser, baseUrl, account, clock.now()).logIn()) {
                assertThat(seat.page().locator(VIEW)).hasCount(0);
            }
        }
    }

    private void citizens() {
        for (String topic :
                List.of("taxCard', 'answered', null", "taxCard', 'referred', 'siri'", "mitId', 'answered', null")) {
            database.execute("insert into ics.enquiry (id, at, user_id, channel, topic, outcome, referred_to) values"
                    + " (gen_random_uuid(), '2026-03-02 08:00+01', 'visitation', 'phone', '" + topic + ")");
        }
        for (int mark = 2; mark <= 5; mark++) {
            opinion(mark, "null");
        }
        opinion(5, "'<b>Tak</b> for hjælpen'");
        opinion(5, "null");
    }

    private void opinion(int mark, String comment) {
        database.execute("insert into ics.survey_answer (id, month, language, ease, satisfaction, comment)"
                + " values (gen_random_uuid(), '2026-02-01', 'da', %1$d, %1$d, %2$s)".formatted(mark, comment));
    }

    private static Locator tile(Page page, String label) {
        return page.locator(VIEW + " .ics-tile").filter(new Locator.FilterOptions().setHasText(label));
    }
}
