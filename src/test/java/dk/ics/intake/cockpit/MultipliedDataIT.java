package dk.ics.intake.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.tasklist.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever sees figures of copied cases is told so, in every view that has figures. */
@IntakeTest
@Tag("browser")
class MultipliedDataIT {

    private static final String MARK = ".ics-marked";
    private static final String SENTENCE =
            "Tallene er fra mangfoldiggjorte data: 11.302 af sagerne er kopier, som er lavet for at afprøve systemet.";

    private final String baseUrl;
    private final TestClock clock;
    private final TestDatabase database;
    private final Browser browser = Browser.open();

    @Autowired
    MultipliedDataIT(@LocalServerPort int port, TestClock clock, TestDatabase database) {
        this.baseUrl = "http://localhost:" + port;
        this.clock = clock;
        this.database = database;
    }

    @AfterEach
    void close() {
        browser.close();
        database.removeCases();
    }

    @Test
    @DisplayName("the overview, the controls and the compliance report say that their figures are of copies")
    void marks() {
        Seat seat = new Seat(browser, baseUrl, "tilsyn", clock.now()).logIn();
        Page page = seat.page();
        page.locator(".ics-overview .ics-tile").first().waitFor();
        assertThat(page.locator(MARK)).hasCount(0);

        database.execute("set session_replication_role = replica;"
                + " insert into ics.multiplication values (1, 1, 11302, 1000000, '2026-03-01')");
        page.reload();

        assertThat(page.locator(".ics-overview " + MARK)).hasText(SENTENCE);
        seat.isFit(".ics-overview", "overview-multiplied");
        page.getByText("Gå til kontroldokumentationen").click();
        assertThat(page.locator(".ics-view " + MARK)).hasText(SENTENCE);
        seat.isFit(".ics-view", "controls-multiplied");
        page.locator(".ics-tabs").getByText("Efterlevelse").click();
        assertThat(page.locator(".ics-view " + MARK)).hasText(SENTENCE);
        seat.isFit(".ics-view", "compliance-multiplied");
    }
}
