package dk.ics.intake.citizen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.citizen.Visitor.Answers;
import dk.ics.intake.journey.JobRunner;
import dk.ics.intake.tasklist.Browser;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The long form of {@link ApplyIT}: everybody in both languages on both screens ({@code mvn -Pcrash verify}). */
@IntakeTest
@Tag("crash")
class EveryApplicantIT {

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;
    private static final int FAMILY = 4;

    private final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    CaseFile caseFile;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @AfterEach
    void close() {
        browser.close();
    }

    static Stream<Arguments> everybody() {
        return Stream.of("worker", "student", "family", "jobseeker")
                .flatMap(person -> Stream.of("en", "da")
                        .flatMap(language ->
                                Stream.of(PHONE, DESKTOP).map(width -> Arguments.of(person, language, width))));
    }

    /** Books for all who applied together, and withdraws the first application. */
    private void comesAndStaysAway(Visitor visitor) {
        Page page = visitor.page();
        List<CaseReference> cases = page.locator(".apply-reference").allInnerTexts().stream()
                .map(text -> new CaseReference(text.replaceAll("[^0-9-]", "")))
                .toList();
        cases.forEach(new Visitation(caseFile, runtime)::accepts);
        page.reload();
        visitor.look("status-choose").activate(".apply-visit a.button").look("appointment-day");
        visitor.take("2026-03-11").look("appointment-time").primary();
        visitor.look("wrong-appointment-time");
        page.locator("main input[type=radio]").first().evaluate("radio => radio.click()");
        visitor.primary();
        visitor.look("status-booked");
        assertThat(page.locator(".alert-success")).isVisible();
        new JobRunner(management).runAll();
        page.reload();
        assertThat(page.locator("a[href*='appointment.ics']")).hasCount(cases.size());
        visitor.look("status-appointment")
                .activate(".apply-case a[href*='/1/withdraw']")
                .look("withdraw");
        visitor.activate("main form button").look("status-withdrawing");
        new JobRunner(management).runAll();
        page.reload();
        visitor.look("status-withdrawn");
        org.assertj.core.api.Assertions.assertThat(caseFile.get(cases.get(0)).outcome())
                .isEqualTo("withdrawn");
    }

    @ParameterizedTest
    @MethodSource("everybody")
    @DisplayName("applies, and every page on the way is accessible and as wide as the screen")
    void applies(String person, String language, int width) {
        Answers answers = switch (person) {
            case "worker" -> People.euWorker();
            case "student" -> People.nordicStudent();
            case "family" -> People.family();
            default -> People.jobseeker();
        };
        try (Visitor visitor = new Visitor(
                browser.context(clock.now()),
                "http://localhost:" + port,
                language,
                width,
                "every-" + person + "-" + language + "-" + width,
                true)) {
            visitor.everywhere().begin();
            if (person.equals("family")) {
                visitor.answerUntil("family", answers);
                for (int no = 2; no <= FAMILY; no++) {
                    visitor.page().locator("label[for=more-0]").click();
                    visitor.primary();
                    visitor.answerUntil("papers", answers);
                    visitor.page().navigate(visitor.page().url().replaceFirst("/\\d+/papers.*", "/family"));
                }
            }
            visitor.answerUntil("summary", answers);
            visitor.activate("footer a").look("save");
            String link = visitor.page().locator(".apply-address").innerText();
            visitor.page().navigate(link.replaceFirst("http://[^/]+", "http://localhost:" + port));
            visitor.look("summary-again");
            visitor.primary();
            visitor.look("receipt");
            assertThat(visitor.page().locator(".apply-references strong"))
                    .hasCount(person.equals("family") ? FAMILY : 1);
            visitor.activate("main a.button").look("status");
            assertThat(visitor.page().locator(".apply-case")).hasCount(person.equals("family") ? FAMILY : 1);
            comesAndStaysAway(visitor);
        }
    }
}
