package dk.ics.intake.citizen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestPapers;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.JobRunner;
import dk.ics.intake.tasklist.Browser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Citizens apply from home, on a phone and on a desktop, in both languages, by keys and without script. */
@IntakeTest
@Tag("browser")
class ApplyIT {

    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;

    private static @Nullable Browser browser;

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestClock clock;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Visitor visitor(String language, int width, String name) {
        return visitor(Objects.requireNonNull(browser).context(clock.now()), language, width, name, true);
    }

    private Visitor visitor(BrowserContext context, String language, int width, String name, boolean looking) {
        return new Visitor(context, "http://localhost:" + port, language, width, name, looking);
    }

    @Test
    @DisplayName(
            "an EU worker applies on a phone, goes on another day, sends a missing paper, books, changes, cancels, withdraws")
    void worker() {
        try (Visitor worker = visitor("en", PHONE, "worker")) {
            worker.begin().tryingEmpty().answerUntil("address", People.euWorker());

            worker.activate("footer a").look("save");
            Page page = worker.page();
            String link = page.locator(".apply-address").innerText();
            worker.activate("main form .button-primary").look("wrong-save");
            try (Visitor later = visitor("en", DESKTOP, "worker-later")) {
                later.page().navigate(link.replaceFirst("http://[^/]+", "http://localhost:" + port));
                assertThat(later.page().locator("h1")).hasText("What is your address in Denmark?");
            }
            page.navigate(link.replaceFirst("http://[^/]+", "http://localhost:" + port));
            worker.answerUntil("summary", People.euWorker());
            assertThat(page.locator("#p1-previousAddress .apply-value")).containsText("Example Road 12");

            page.locator("#p1-city a").click();
            page.locator("#city").fill("København S");
            worker.primary();
            assertThat(page.locator("#p1-city .apply-value")).hasText("København S");
            worker.primary();
            worker.look("receipt");
            CaseReference reference = reference(page);
            page.goBack();
            page.reload();
            assertThat(page.locator("h1")).hasText("We have received your application");

            worker.activate("main a.button").look("status");
            assertThat(page.locator(".apply-step-now .apply-step-title")).hasText("We look at your application");
            String status = page.url();

            caseFile.write(
                    reference,
                    Map.of(
                            "assessment", "documentsMissing",
                            "assessedBy", "visitation",
                            "assessedAt", TestClock.START.toOffsetDateTime(),
                            "missingDocuments", "proofOfAddress"),
                    Act.bySystem("test"));
            page.navigate(status);
            worker.look("status-papers");
            worker.activate(".apply-missing button").look("wrong-status-papers");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("lease.pdf", "application/pdf", TestPapers.pdf(2, "lease")));
            worker.activate(".apply-missing button").look("status-thanks");
            assertThat(page.locator(".apply-missing")).hasCount(0);

            new Visitation(caseFile, runtime).accepts(reference);
            page.navigate(status);
            worker.look("status-choose").activate(".apply-visit a.button").look("appointment-day");
            worker.primary();
            worker.look("wrong-appointment-day");
            worker.take("2026-03-04");
            worker.look("appointment-time").primary();
            worker.look("wrong-appointment-time");
            worker.take("2026-03-04T11:00");
            worker.look("status-booked");
            assertThat(page.locator(".alert-success")).containsText("Your appointment is booked");
            new JobRunner(management).runAll();
            page.navigate(status);
            worker.look("status-appointment");
            assertThat(page.locator(".apply-notice")).containsText("Wednesday 4 March 2026 at 11:00");

            worker.activate(".apply-visit a[href*='/time']");
            worker.take("2026-03-05");
            worker.take("2026-03-05T09:15");
            new JobRunner(management).runAll();
            page.navigate(status);
            assertThat(page.locator(".apply-notice")).containsText("Thursday 5 March 2026 at 09:15");
            worker.activate(".apply-visit a[href*='/cancel']").look("appointment-cancel");
            worker.activate("main form button").look("status-cancelled");
            assertThat(caseFile.read(reference, List.of("appointmentAt"))).isEmpty();

            page.getByText("Withdraw the application").click();
            worker.look("withdraw").activate("main form button");
            worker.look("status-withdrawing");
            new JobRunner(management).runAll();
            page.reload();
            assertThat(page.locator(".apply-notice")).containsText("You have withdrawn the application");
            worker.look("status-withdrawn");
            assertThat(caseFile.get(reference).outcome()).isEqualTo("withdrawn");
        }
    }

    @Test
    @DisplayName("an Indian applies on a desktop in Danish for herself, her husband and two children")
    void family() {
        try (Visitor mother = visitor("da", DESKTOP, "family")) {
            mother.begin().answerUntil("family", People.family());
            for (int no = 2; no <= 4; no++) {
                mother.page().locator("label[for=more-0]").click();
                mother.primary();
                mother.answerUntil("papers", People.family());
                mother.page().navigate(mother.page().url().replaceFirst("/\\d+/papers.*", "/family"));
            }
            mother.look("family-listed");
            mother.answerUntil("summary", People.family());
            mother.primary();
            mother.look("receipt");
            assertThat(mother.page().locator("h1")).hasText("Vi har modtaget din ansøgning");
            assertThat(mother.page().locator(".apply-references li")).hasCount(4);
            CaseReference husband = new CaseReference(
                    mother.page().locator(".apply-references strong").nth(1).innerText());
            assertThat(caseFile.read(husband, List.of("maritalStatusAuthority", "addressLine", "relationToApplicant")))
                    .containsEntry("maritalStatusAuthority", "Pune Municipal Corporation")
                    .containsEntry("addressLine", "Eksempelvej 1")
                    .containsEntry("relationToApplicant", "spouse");
            mother.activate("main a.button").look("status");
        }
    }

    @Test
    @DisplayName("a Swedish student applies on a phone in Danish with script off")
    void studentWithoutScript() {
        BrowserContext context = Objects.requireNonNull(browser).contextWithoutScript();
        try (Visitor student = visitor(context, "da", PHONE, "student", false)) {
            student.begin().answerUntil("summary", People.nordicStudent());
            student.primary();
            assertThat(student.page().locator("h1")).hasText("Vi har modtaget din ansøgning");
            CaseReference reference = reference(student.page());
            assertThat(caseFile.get(reference).category()).isEqualTo("nordic");

            new Visitation(caseFile, runtime).accepts(reference);
            student.activate("main a.button").activate(".apply-visit a.button");
            student.take("2026-03-04");
            student.take("2026-03-04T11:30");
            assertThat(student.page().locator(".alert-success")).containsText("Din tid er bestilt");
            new JobRunner(management).runAll();
            student.activate("main a[href*='/withdraw']").activate("main form button");
            assertThat(student.page().locator(".apply-notice")).containsText("Du har trukket ansøgningen tilbage");
        }
    }

    @Test
    @DisplayName("a jobseeker with PD U2 applies, books and withdraws by keyboard only")
    void jobseekerByKeys() {
        try (Visitor jobseeker = visitor("en", DESKTOP, "jobseeker")) {
            jobseeker.byKeys().begin().answerUntil("summary", People.jobseeker());
            assertThat(jobseeker.page().locator("main")).not().containsText("Lutheran");
            jobseeker.primary();
            assertThat(jobseeker.page().locator("h1")).hasText("We have received your application");

            CaseReference reference = reference(jobseeker.page());
            new Visitation(caseFile, runtime).accepts(reference);
            jobseeker.activate("main a.button").activate(".apply-visit a.button");
            jobseeker.take("2026-03-04").take("2026-03-04T12:00");
            assertThat(jobseeker.page().locator(".alert-success")).containsText("Your appointment is booked");
            new JobRunner(management).runAll();
            jobseeker.activate("main a[href*='/withdraw']").activate("main form button");
            assertThat(jobseeker.page().locator(".apply-notice")).containsText("You have withdrawn the application");
        }
    }

    @Test
    @DisplayName("lost and dead links are answered in both languages")
    void lostLinks() {
        try (Visitor somebody = visitor("da", PHONE, "lost")) {
            Page page = somebody.page();
            page.navigate("http://localhost:" + port + "/apply/da/lost-link");
            somebody.look("lost-link").activate("main form button").look("wrong-lost-link");
            page.locator("#email").fill("nobody@example.org");
            somebody.activate("main form button").look("link-sent");
            page.navigate("http://localhost:" + port + "/apply/status/" + "A".repeat(43));
            somebody.look("unknown");
            page.navigate("http://localhost:" + port + "/apply/da");
            somebody.activate("a[lang=en]").look("welcome-en");
        }
    }

    private static CaseReference reference(Page page) {
        return new CaseReference(
                page.locator(".apply-references strong").first().innerText());
    }
}
