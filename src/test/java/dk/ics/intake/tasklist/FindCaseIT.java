package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody calls and says a name: the caseworker finds the case, without a mouse, and nothing of it stays behind. */
@IntakeTest
@Tag("browser")
class FindCaseIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Act ACT = Act.bySystem("test");
    private static final List<String> PERSONAL =
            List.of("Grosman", "Großmann", "Jürgen", "Müllerov", "Muellerov", "Krølle", "Skjulestien", "Gemsø");

    private final String baseUrl;
    private final TestClock clock;
    private final Jobs jobs;
    private final CaseFile caseFile;
    private final Browser browser = Browser.open();
    private final Caseworker caseworker;
    private final Page page;
    private final List<String> addresses = new ArrayList<>();

    @Autowired
    FindCaseIT(@LocalServerPort int port, TestClock clock, ManagementService management, CaseFile caseFile) {
        this.baseUrl = "http://localhost:" + port;
        this.clock = clock;
        this.jobs = new Jobs(management);
        this.caseFile = caseFile;
        this.caseworker = browser.caseworker(baseUrl, "sagsbehandler", clock.now());
        this.page = caseworker.page();
        page.onRequest(request -> addresses.add(request.url()));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @DisplayName("a case is found by a misspelt name and read to its end, by keyboard only")
    void byAMisspeltName() throws IOException, InterruptedException {
        String reference = apply("Großmann-Weiß", "Jürgen Matthias");
        person("Grossman", "Jorgen", LocalDate.of(1970, 2, 1));
        new Typist(caseworker, "sagsbehandler").logIn();

        tabTo("Find sag");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Find sag")))
                .isVisible();
        assertThat(page.getByLabel("Hvad skal du bruge sagen til?")).isFocused();
        danish("the empty page");
        Screenshots.take(page, "find-case-empty");

        page.keyboard().type("Borgeren");
        tabTo("Navn");
        page.keyboard().type("jurgen grosman weis");
        page.keyboard().press("Enter");

        Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("1 sag fundet"));
        assertThat(heading).isFocused();
        assertThat(page.locator(".ics-hit")).containsText("Jürgen Matthias Großmann-Weiß");
        assertThat(page.locator(".ics-hit")).containsText("navnet ligner");
        danish("the results");
        assertThat(seriousFindings()).isEmpty();
        Screenshots.take(page, "find-case-results");

        page.keyboard().press("Tab");
        assertThat(page.locator(".ics-hit")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".ics-whole-case h2")).containsText("Sag " + reference);
        assertThat(page.locator(".ics-whole-case h2")).isFocused();
        assertThat(page.locator(".ics-whole-case")).containsText("Visitér ansøgning");
        assertThat(page.locator(".ics-whole-case")).containsText("EU-opholdsdokument");
        assertThat(page.locator(".ics-whole-case")).containsText("Eksempelvænget 12");
        danish("the whole case");
        assertThat(seriousFindings()).isEmpty();
        Screenshots.take(page, "find-case-opened");

        shiftTabTo("‹ Til resultaterne");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ics-hit")).isFocused();
        nothingIsLeftBehind();
    }

    @Test
    @DisplayName("a case without an open task is shown whole, and what people are called is never markup")
    void aClosedCaseAndAHostileName() {
        CaseReference reference = person("<img src=x onerror=\"document.title='taget'\">", "Zdeňka", LocalDate.EPOCH);
        caseFile.write(reference, Map.of("addressLine", "<b>Krølle</b> 1", "phone", "+420 731 998 441"), ACT);
        caseFile.journal(reference, ACT, "<script>document.title='taget'</script>");
        caseFile.close(reference, "completed", ACT);
        openPage();

        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("Sagsbehandling");
        page.getByLabel("Telefon").fill("731 998 441");
        page.getByLabel("Telefon").press("Enter");
        assertThat(page.locator("#ics-find-found")).hasText("1 sag fundet");
        page.locator(".ics-hit").click();

        assertThat(page.locator(".ics-whole-case")).containsText("<img src=x");
        assertThat(page.locator(".ics-whole-case")).containsText("<b>Krølle</b> 1");
        assertThat(page.locator(".ics-whole-case")).containsText("Der er ingen åbne opgaver på sagen.");
        assertThat(page.locator(".ics-whole-case")).containsText("Afsluttet");
        assertThat(page.locator(".ics-find img, .ics-find b, .ics-find script")).hasCount(0);
        assertThat(page.title()).doesNotContain("taget");
    }

    @Test
    @DisplayName("a protected address is shown to whoever says what for, and what is missing stands at the choice")
    void aProtectedAddress() {
        CaseReference reference = person("Gemsø", "Signe", LocalDate.of(1988, 8, 8));
        caseFile.write(
                reference,
                Map.of(
                        "addressLine", "Skjulestien 77",
                        "postalCode", "2000",
                        "city", "Frederiksberg",
                        "addressProtection", "nameAndAddress",
                        "addressProtectionFrom", LocalDate.of(2026, 1, 1),
                        "addressProtectionUntil", LocalDate.of(2026, 12, 31)),
                ACT);
        openPage();
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("Sagsbehandling");
        page.getByLabel("Navn").fill("Gemsø");
        page.getByLabel("Navn").press("Enter");
        page.locator(".ics-hit").click();
        Locator address = page.locator(".ics-whole-case .ics-facts > div")
                .filter(new Locator.FilterOptions().setHasText("Adresse"));
        assertThat(address).containsText("Beskyttet");
        assertThat(page.locator("body")).not().containsText("Skjulestien");
        danish("a masked address");

        tabTo("Vis adressen …");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Hvad skal du bruge adressen til?")).isFocused();
        address.getByText("Vis adressen").click();
        assertThat(address.locator(".ics-problem")).hasText("Vælg, hvad du skal bruge adressen til.");
        assertThat(page.getByLabel("Hvad skal du bruge adressen til?")).isFocused();
        danish("the question what for");
        assertThat(seriousFindings()).isEmpty();
        Screenshots.take(page, "find-case-protected-refused");

        page.getByLabel("Hvad skal du bruge adressen til?").selectOption("Sagsbehandling");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(address).containsText("Skjulestien 77");
        assertThat(address.locator(":focus")).containsText("Skjulestien 77");
        assertThat(address.locator("button, select")).hasCount(0);
        danish("the address shown");
        Screenshots.take(page, "find-case-protected");
        nothingIsLeftBehind();
    }

    @Test
    @DisplayName("what is missing stands at its field, and no hit is no riddle")
    void refusals() {
        openPage();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Søg"))
                .click();
        assertThat(page.locator("#ics-find-purpose-problem")).hasText("Vælg, hvad du skal bruge sagen til.");
        assertThat(page.getByLabel("Hvad skal du bruge sagen til?")).isFocused();

        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("Klage eller aktindsigt");
        page.keyboard().press("Enter");
        page.getByLabel("Fødselsdato").fill("14.05.91");
        page.getByLabel("Telefon").fill("12");
        page.getByLabel("Telefon").press("Enter");
        assertThat(page.locator("#ics-find-birthDate-problem")).hasText("Skriv fødselsdatoen som 14.05.1991.");
        assertThat(page.locator("#ics-find-phone-problem")).hasText("Skriv hele telefonnummeret, mindst seks cifre.");
        assertThat(page.getByLabel("Fødselsdato")).isFocused();
        assertThat(page.getByLabel("Fødselsdato")).hasValue("14.05.91");
        danish("the refusals");
        Screenshots.take(page, "find-case-refused");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ryd"))
                .click();
        assertThat(page.getByLabel("Navn")).isFocused();
        page.getByLabel("Navn").fill("Ingenafdehedder");
        page.getByLabel("Navn").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ingen sager fundet")))
                .isFocused();
        danish("no hit");
    }

    @Test
    @DisplayName("on a telephone nothing has to be scrolled sideways")
    void narrow() {
        person("Müllerová", "Anežka", LocalDate.of(1991, 3, 4));
        openPage();
        page.setViewportSize(390, 844);
        page.getByLabel("Hvad skal du bruge sagen til?").selectOption("Sagsbehandling");
        page.getByLabel("Navn").fill("Muellerova");
        page.getByLabel("Navn").press("Enter");
        page.locator(".ics-hit").first().waitFor();
        notWiderThanTheScreen();
        Screenshots.take(page, "find-case-narrow");
        page.locator(".ics-hit").first().click();
        page.locator(".ics-whole-case h2").waitFor();
        notWiderThanTheScreen();
        nothingIsLeftBehind();
    }

    private void openPage() {
        caseworker.logIn();
        // Until Tasklist has come to rest: it sets its own address when it has its lists.
        page.locator(".task-filters .item.active").waitFor();
        caseworker.settle();
        page.getByText("Find sag").click();
        page.getByLabel("Hvad skal du bruge sagen til?")
                .locator("option")
                .nth(1)
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    private void notWiderThanTheScreen() {
        Object overflow = page.evaluate(
                "() => document.querySelector('.ics-find').scrollWidth - document.querySelector('.ics-find').clientWidth"
                        + " + Math.max(0, document.querySelector('.ics-find').getBoundingClientRect().right - innerWidth)");
        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
    }

    private void nothingIsLeftBehind() {
        Object kept =
                page.evaluate("() => JSON.stringify([localStorage, sessionStorage, location.href, document.title])");
        assertThat(kept.toString()).doesNotContainIgnoringCase(PERSONAL.toArray(String[]::new));
        assertThat(String.join(" ", addresses)).doesNotContainIgnoringCase(PERSONAL.toArray(String[]::new));
        assertThat(addresses).anyMatch(address -> address.endsWith("/camunda/api/ics/cases/search"));
    }

    private void danish(String where) {
        assertThat(Danish.englishOn(page)).as(where).isEmpty();
    }

    private List<String> seriousFindings() {
        return new AxeBuilder(page)
                .include(".ics-find").analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Rule::getId)
                        .toList();
    }

    private void tabTo(String name) {
        press("Tab", name);
    }

    private void shiftTabTo(String name) {
        press("Shift+Tab", name);
    }

    private void press(String key, String name) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            page.keyboard().press(key);
            Object text = page.evaluate("""
                    () => { const e = document.activeElement;
                      return [e.getAttribute('aria-label'), e.textContent, ...[...(e.labels ?? [])].map(l => l.textContent)].join(' '); }""");
            if (text.toString().contains(name)) {
                return;
            }
            passed.add(text.toString().strip());
        }
        throw new AssertionError("Not reached with " + key + ": " + name + ", but " + passed);
    }

    private CaseReference person(String family, String given, LocalDate born) {
        CaseReference reference = caseFile.open(new MunicipalityCode("0147"), "euWorker", "phone", ACT);
        caseFile.write(reference, Map.of("familyName", family, "givenNames", given, "birthDate", born), ACT);
        return reference;
    }

    private String apply(String family, String given) throws IOException, InterruptedException {
        ObjectNode application = (ObjectNode)
                JSON.readTree(Path.of("samples/german-engineer.json").toFile());
        ((ObjectNode) application.path("persons").path(0))
                .put("familyName", family)
                .put("givenNames", given);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(baseUrl + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(application)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        jobs.runAll();
        return JSON.readTree(answer.body()).at("/cases/0/reference").asText();
    }
}
