package dk.ics.intake.citizen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.tasklist.Browser;
import dk.ics.intake.web.selfservice.Applicant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything is done, and the citizen is asked. */
@IntakeTest
@Tag("browser")
class SurveyIT {

    private final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    TestClock clock;

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"en, 390, false, Thank you for your answer.", "da, 1280, true, Tak for dit svar."})
    @DisplayName("two questions and a text, on a phone and on a desktop, by keys too")
    void survey(String language, int width, boolean keys, String thanks) {
        Applicant applicant =
                new Applicant(port).answering("contact", Map.of("email", "survey." + language + "@example.org"));
        applicant.goTo("summary").follow(applicant.post(applicant.page(), Map.of()));
        String receipt = applicant.get(applicant.page()).body();
        caseFile.close(
                new CaseReference(receipt.replaceFirst("(?s).*?<strong>(20\\d\\d-\\d+)</strong>.*", "$1")),
                "completed",
                Act.bySystem("test"));
        try (Visitor citizen = new Visitor(
                browser.context(clock.now()),
                "http://localhost:" + port,
                language,
                width,
                "survey-" + language,
                true)) {
            Page page = citizen.page();
            page.navigate("http://localhost:" + port + applicant.page().replace("/receipt", "?language=" + language));
            citizen.look("status-closed");
            if (keys) {
                citizen.byKeys();
            }
            citizen.activate("a[href*='/survey']").look("survey");
            citizen.primary();
            citizen.look("wrong-survey");
            assertThat(page.locator("#errors li")).hasCount(2);

            citizen.fill("ease", "4").fill("satisfaction", "5").fill("comment", "It was quick.");
            citizen.primary();
            assertThat(page.locator(".alert-success")).containsText(thanks);
            assertThat(page.locator("a[href*='/survey']")).hasCount(0);
            citizen.look("survey-thanks");
        }
    }
}
