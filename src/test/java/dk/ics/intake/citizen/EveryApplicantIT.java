package dk.ics.intake.citizen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.citizen.Visitor.Answers;
import dk.ics.intake.tasklist.Browser;
import java.util.stream.Stream;
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
            visitor.primary();
            visitor.look("receipt");
            assertThat(visitor.page().locator(".apply-references strong"))
                    .hasCount(person.equals("family") ? FAMILY : 1);
            visitor.activate("main a.button").look("status");
            assertThat(visitor.page().locator(".apply-case")).hasCount(person.equals("family") ? FAMILY : 1);
        }
    }
}
