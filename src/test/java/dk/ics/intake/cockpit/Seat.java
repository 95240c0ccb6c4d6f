package dk.ics.intake.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dk.ics.intake.tasklist.Browser;
import dk.ics.intake.tasklist.Danish;
import dk.ics.intake.tasklist.Keyboard;
import dk.ics.intake.tasklist.Screenshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody who works with Cockpit in a browser of her own, by what stands on the page. */
final class Seat implements AutoCloseable {

    private static final double PATIENCE = 30_000;
    private static final int HEIGHT_1280 = 800;
    private static final int HEIGHT_1920 = 1080;

    private final BrowserContext context;
    private final Page page;
    private final String root;
    private final String account;
    /** What the browser refused to load or run, and errors of scripts. */
    private final List<String> complaints = new ArrayList<>();

    private final List<String> addresses = new ArrayList<>();

    Seat(Browser browser, String baseUrl, String account, Instant now) {
        this.context = browser.context(now);
        this.root = baseUrl + "/camunda/app/cockpit/default/";
        this.account = account;
        context.setDefaultTimeout(PATIENCE);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page = context.newPage();
        page.setViewportSize(1280, HEIGHT_1280);
        page.onPageError(complaints::add);
        page.onRequest(request -> addresses.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    Keyboard keyboard() {
        return new Keyboard(page);
    }

    Seat logIn() {
        page.navigate(root);
        return logInAs(account);
    }

    /** Whoever goes away from the desk; the page is not loaded anew. */
    Seat logOut() {
        page.locator(".account .dropdown-toggle").first().click();
        page.getByText("Log ud").click();
        page.getByPlaceholder("Adgangskode").waitFor();
        return this;
    }

    /** On the page as it stands. */
    Seat logInAs(String user) {
        Locator password = page.getByPlaceholder("Adgangskode");
        password.waitFor();
        do {
            page.getByPlaceholder("Brugernavn").fill(user);
            password.fill("demo");
            page.locator("button[type=submit]").click();
            page.waitForFunction(
                    "() => { const password = document.querySelector('input[type=password]'); return !password || !password.value; }");
        } while (password.isVisible()
                && page.locator(".page-notifications .alert-danger").count() == 0);
        password.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.locator(".dashboard, [cam-dashboard], .processes-dashboard, .Header")
                .first()
                .waitFor();
        settle();
        return this;
    }

    /** The view at this address, as if it were a bookmark. */
    Seat go(String path) {
        page.navigate(root + "#" + path);
        page.locator(".ics-view h1").waitFor();
        settle();
        return this;
    }

    /** Until the page has what it asked for. */
    Seat settle() {
        page.waitForFunction(
                "() => !document.querySelector('.ics-visible') && ![...document.querySelectorAll('.ics-status')].some(e => /^(Henter|Søger)/.test(e.textContent))");
        page.waitForTimeout(300);
        return this;
    }

    /** What has the focus is told from what has not, by more than its place. */
    void focusIsSeen() {
        assertThat(page.evaluate("""
                () => { const e = document.activeElement; const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(e);
                  return e !== document.body && ((outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'); }""")).as("focus at " + keyboard().focused()).isEqualTo(true);
    }

    /** Danish, accessible, not wider than the screen, and a picture of it in both widths. */
    void isFit(String part, String name) {
        assertThat(Danish.englishIn(page, part)).as(name).isEmpty();
        assertThat(findings(part)).as(name).isEmpty();
        assertThat(page.locator(part).innerText()).as(name).doesNotContain("[object ", "undefined", "NaN");
        assertThat(complaints).as(name).isEmpty();
        page.setViewportSize(1920, HEIGHT_1920);
        isNotWider(part, name + " at 1920");
        Screenshots.take(page, "cockpit-" + name + "-1920");
        page.setViewportSize(1280, HEIGHT_1280);
        isNotWider(part, name + " at 1280");
        Screenshots.take(page, "cockpit-" + name + "-1280");
    }

    /** A diagram is moved in its frame. */
    private void isNotWider(String part, String name) {
        Object wider = page.evaluate("""
                part => [document.querySelector(part), ...document.querySelectorAll(part + ' *')]
                  .filter(e => e.getClientRects().length && !e.closest('.ics-unseen, .ics-canvas > *') && getComputedStyle(e).display !== 'inline')
                  .filter(e => e.getBoundingClientRect().right > innerWidth + 1
                    || (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1))
                  .map(e => e.tagName + '.' + e.className)""", part);
        assertThat((List<?>) wider).as(name).isEmpty();
    }

    /** Against wcag2a and wcag2aa. */
    private List<String> findings(String part) {
        return new AxeBuilder(page)
                .include(part).withTags(List.of("wcag2a", "wcag2aa")).analyze().getViolations().stream()
                        .map(Seat::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining(" | "));
    }

    /** No host but ours was asked, and no address names a case. */
    void leftNothingBehind(String... personal) {
        assertThat(addresses)
                .allMatch(address -> address.startsWith(root.substring(0, root.indexOf("/camunda/")))
                        || address.startsWith("data:")
                        || address.startsWith("blob:"));
        for (String text : personal) {
            assertThat(addresses).noneMatch(address -> address.contains(text));
            assertThat(page.url()).doesNotContain(text);
            assertThat(page.title()).doesNotContain(text);
            assertThat(page.evaluate("() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})")
                            .toString())
                    .doesNotContain(text);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
