package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A family comes: whoever sits at the desk registers it on one page, and never touches a mouse. */
@IntakeTest
@Tag("browser")
class DeskIT {

    private static final int PHONE = 390;

    private final CaseFile caseFile;
    private final Letters letters;
    private final TestClock clock;
    private final Colleagues colleagues;
    private final Story story;

    @Autowired
    DeskIT(
            @LocalServerPort int port,
            ApplicationContext application,
            CaseFile caseFile,
            Letters letters,
            TestClock clock) {
        String baseUrl = "http://localhost:" + port;
        this.caseFile = caseFile;
        this.letters = letters;
        this.clock = clock;
        this.colleagues = new Colleagues(application, baseUrl);
        this.story = new Story(application, baseUrl);
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    @DisplayName("arrival, call-up and absence are registered on the desk's page, and waiting time stands there")
    void aDayAtTheDesk() throws IOException, InterruptedException {
        List<String> family = colleagues.send("portuguese-family-of-four.json");
        colleagues.workUpTo(family, "checkIn");
        String mother = family.get(0);
        String father = family.get(1);
        String child = family.get(2);

        Typist desk = story.person("visitation");
        Page page = desk.page();
        desk.keyboard().tabTo("Fremmøde").press("Enter");
        assertThat(page.locator("#ics-visits-forventes")).containsText("Forventes");
        assertThat(row(page, mother)).containsText("familie 1");
        story.look(page, "desk-expected");
        assertThat(findings(page)).isEmpty();

        press(desk, "Mødt", mother);
        assertThat(page.locator(".ics-said")).containsText("er registreret som mødt");
        press(desk, "Mødt", father);
        assertThat(section(page, "venter")).containsText(father);
        assertThat(caseFile.read(new CaseReference(father), List.of("checkedInAt")))
                .isNotEmpty();

        press(desk, "Udeblevet", child);
        story.look(page, "desk-no-show");
        desk.keyboard().tabTo("Registrér som udeblevet").press("Enter");
        assertThat(page.locator(".ics-said")).containsText("er registreret som udeblevet");
        colleagues.runJobs();
        assertThat(colleagues.openTasks(child)).contains("bookAppointment");
        page.reload();
        assertThat(row(page, mother)).isVisible();
        assertThat(row(page, child)).hasCount(0);

        press(desk, "Kald op", mother);
        assertThat(page.locator(".ics-visits .ics-summary")).containsText("nummeret på det bord");
        desk.keyboard().typeOver("4");
        press(desk, "Kald op", mother);
        assertThat(section(page, "kaldt")).containsText(mother);
        assertThat(caseFile.read(new CaseReference(mother), List.of("desk"))).containsEntry("desk", 4);

        clock.advance(Duration.ofMinutes(95));
        page.reload();
        assertThat(row(page, father)).containsText("1 t. 35 min.");
        story.look(page, "desk-waiting");
        assertThat(findings(page)).isEmpty();
        aLetterToPrint(desk, new CaseReference(child));
        page.setViewportSize(PHONE, 844);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE);
        story.look(page, "desk-phone");
    }

    @Test
    @DisplayName("a colleague's task is not taken away, and whoever is not at the desk does not see the page")
    void others() throws IOException, InterruptedException {
        String reference = colleagues.send("polish-carpenter.json").get(0);
        colleagues.workUpTo(List.of(reference), "checkIn", "checkTaxApplication");
        Typist caseworker = story.person("sagsbehandler");
        assertThat(caseworker.page().getByText("Fremmøde", new Page.GetByTextOptions().setExact(true)))
                .isHidden();
        caseworker.page().navigate(caseworker.page().url().replaceFirst("#.*", "#/fremmoede"));
        assertThat(caseworker.page().locator(".ics-visits .ics-summary")).isVisible();
        assertThat(caseworker.page().locator(".ics-visits")).not().containsText(reference);
        story.look(caseworker.page(), "desk-not-yours");

        Typist desk = story.person("visitation");
        desk.keyboard().tabTo("Fremmøde").press("Enter");
        assertThat(row(desk.page(), reference)).isVisible();
        colleagues.workUpTo(List.of(reference), "callUp", "checkTaxApplication");

        press(desk, "Mødt", reference);

        assertThat(desk.page().locator(".ics-visits .ics-summary")).isVisible();
        assertThat(section(desk.page(), "venter")).containsText(reference);
    }

    @Test
    @DisplayName("a day without appointments says so, and lists that cannot be read anew say how old they are")
    void nothingToShow() throws IOException, InterruptedException {
        Typist desk = story.person("visitation");
        Page page = desk.page();
        desk.keyboard().tabTo("Fremmøde").press("Enter");
        assertThat(page.locator(".ics-visits")).containsText("Der er ikke flere aftaler i dag.");
        story.look(page, "desk-empty");
        assertThat(findings(page)).isEmpty();

        String reference = colleagues.send("german-engineer.json").get(0);
        colleagues.workUpTo(List.of(reference), "checkIn", "checkTaxApplication");
        page.reload();
        assertThat(row(page, reference)).isVisible();
        page.route("**/api/**", Route::abort);
        press(desk, "Mødt", reference);
        assertThat(page.locator(".ics-visits .ics-summary")).isFocused();
        assertThat(page.locator(".ics-case-state")).containsText("kan ikke opdateres");
        assertThat(row(page, reference).locator("button").first()).isEnabled();
        story.look(page, "desk-cut-off");
        assertThat(findings(page)).isEmpty();

        page.unroute("**/api/**");
        page.clock().runFor(60_000);
        assertThat(page.locator(".ics-case-state")).containsText("opdateret");
        assertThat(page.locator(".ics-visits .ics-summary")).isVisible();
        press(desk, "Mødt", reference);
        assertThat(section(page, "venter")).containsText(reference);
    }

    private void aLetterToPrint(Typist desk, CaseReference reference) {
        caseFile.write(reference, Collections.singletonMap("email", null), Act.bySystem("test"));
        letters.send(reference, "offerBooking", Map.of());
        Page page = desk.page();
        page.reload();
        Locator row = section(page, "letters")
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText(reference.value()));
        assertThat(row).isVisible();
        desk.keyboard().tabTo("Hent: ", reference.value());
        Download letter = page.waitForDownload(() -> desk.keyboard().press("Enter"));
        assertThat(letter.suggestedFilename()).isEqualTo("sag-" + reference.value() + "-brev.pdf");
        desk.keyboard().tabTo("Printet: ", reference.value()).press("Enter");
        assertThat(page.locator(".ics-said")).containsText("er noteret som printet");
        assertThat(row).hasCount(0);
        story.look(page, section(page, "letters"), "desk-letters");
    }

    private static void press(Typist desk, String act, String reference) {
        Locator button = row(desk.page(), reference).getByText(act, new Locator.GetByTextOptions().setExact(true));
        desk.keyboard().tabTo(String.valueOf(button.getAttribute("aria-label"))).press("Enter");
    }

    private static Locator section(Page page, String id) {
        return page.locator("section[aria-labelledby$='-" + id + "']");
    }

    private static Locator row(Page page, String reference) {
        return page.locator(".ics-visit-list tr").filter(new Locator.FilterOptions().setHasText(reference));
    }

    private static List<String> findings(Page page) {
        return new AxeBuilder(page)
                        .include(".ics-visits")
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Rule::getId)
                        .toList();
    }
}
