package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** Somebody who works with Tasklist in a browser, by what stands on the page. */
final class Caseworker implements AutoCloseable {

    /** The machine that builds may be busy; nobody waits this long for a page that works. */
    private static final double PATIENCE = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final String baseUrl;
    private final String account;

    Caseworker(BrowserContext context, String baseUrl, String account) {
        this.context = context;
        this.baseUrl = baseUrl;
        this.account = account;
        context.setDefaultTimeout(PATIENCE);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Caseworker openLogIn() {
        page.navigate(baseUrl + "/camunda/app/tasklist/default/");
        page.getByLabel("Adgangskode").waitFor();
        return this;
    }

    Caseworker logIn() {
        openLogIn();
        enterPassword();
        return this;
    }

    /** On the log-in page, wherever it came from; on a busy machine Tasklist draws it again while one types. */
    void enterPassword() {
        Locator password = page.getByLabel("Adgangskode");
        do {
            page.getByLabel("Brugernavn").fill(account);
            password.fill("demo");
            page.locator("button[type=submit]").click();
            page.waitForFunction(
                    "() => { const password = document.querySelector('input[type=password]'); return !password || !password.value; }");
        } while (password.isVisible()
                && page.locator(".page-notifications .alert-danger").count() == 0);
        password.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Until the server has answered for this list: before that the page still shows the one before. */
    Caseworker openList(String name) {
        Locator list = page.locator(".task-filters .item").filter(new Locator.FilterOptions().setHasText(name));
        list.waitFor();
        settle();
        if (String.valueOf(list.getAttribute("class")).contains("active")) {
            // The list on the page may still name a task that has been taken since.
            page.waitForResponse(answer -> answer.url().matches(".*/filter/[^/]+/list.*"), page::reload);
        } else {
            page.waitForResponse(
                    answer -> answer.url().matches(".*/filter/[^/]+/list.*"),
                    () -> list.locator("h4 a").click());
        }
        assertThat(page.locator(".task-filters .item.active")).containsText(name);
        settle();
        return this;
    }

    /** The names of the tasks on the page of the list. */
    List<String> tasks() {
        settle();
        return page.locator("ol.tasks-list h4.task a").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    List<String> lists() {
        page.locator(".task-filters .item").first().waitFor();
        return page.locator(".task-filters .item h4 a").allInnerTexts().stream()
                .map(name -> name.replaceAll("[\\s(]*\\d*\\)?\\s*$", "").strip())
                .toList();
    }

    Caseworker openTask(String name) {
        page.locator("ol.tasks-list h4.task a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        assertThat(page.locator(".task-card h2.task")).containsText(name);
        page.locator(".fjs-form-field").first().waitFor();
        return this;
    }

    /** The task of this case, in the list that is open. */
    Caseworker openTask(String name, String reference) {
        page.locator("ol.tasks-list > li.task")
                .filter(new Locator.FilterOptions().setHasText(reference))
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("h4.task a")
                .click();
        assertThat(page.locator(".task-card h2.task")).containsText(name);
        assertThat(page.locator(".task-card .ics-case")).containsText(reference);
        page.locator(".fjs-form-field").first().waitFor();
        return this;
    }

    Caseworker claim() {
        page.getByText("Tag opgaven", new Page.GetByTextOptions().setExact(true))
                .click();
        page.locator(".unclaim").waitFor();
        page.locator(".fjs-form-field").first().waitFor();
        settle();
        return this;
    }

    /** »Læg tilbage«: somebody else may take it. */
    void putBack() {
        page.locator(".unclaim").click();
        page.getByText("Tag opgaven", new Page.GetByTextOptions().setExact(true))
                .waitFor();
        settle();
    }

    TaskForm form() {
        return new TaskForm(page);
    }

    /** »Fuldfør«, and the task is gone. */
    void complete() {
        String name = page.locator(".task-card h2.task").innerText();
        page.getByText("Fuldfør", new Page.GetByTextOptions().setExact(true)).click();
        try {
            page.locator(".task-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        } catch (TimeoutError stillThere) {
            throw new AssertionError(name + " was not completed: " + String.join(" | ", form().summary()), stillThere);
        }
    }

    void logOut() {
        page.locator(".account .dropdown-toggle").click();
        page.locator(".logout a").click();
        page.getByLabel("Adgangskode").waitFor();
    }

    /** Until the page has asked for what it shows. */
    void settle() {
        page.waitForFunction(
                "() => !document.querySelector('.ics-visible') && [...document.querySelectorAll('.loader')]"
                        + ".every(loader => loader.offsetParent === null)");
        page.waitForTimeout(400);
    }

    @Override
    public void close() {
        context.close();
    }
}
