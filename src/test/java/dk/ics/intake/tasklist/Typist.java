package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Somebody who works with Tasklist and has no mouse. */
final class Typist implements AutoCloseable {

    private static final String LIST = ".*/filter/[^/]+/list.*";

    private final Caseworker seat;
    private final String account;
    private final Page page;
    private final Keyboard keyboard;

    Typist(Caseworker seat, String account) {
        this.seat = seat;
        this.account = account;
        this.page = seat.page();
        this.keyboard = new Keyboard(page);
    }

    Page page() {
        return page;
    }

    Keyboard keyboard() {
        return keyboard;
    }

    /** On a busy machine Tasklist draws its log-in page again while one types. */
    Typist logIn() {
        seat.openLogIn();
        Locator active = page.locator(".task-filters .item.active");
        do {
            keyboard.tabTo("Brugernavn").typeOver(account);
            keyboard.tabTo("Adgangskode").typeOver("demo").press("Enter");
            page.waitForFunction("() => document.querySelector('.task-filters .item.active')"
                    + " || document.querySelector('input[type=password]')?.value === ''");
        } while (!active.isVisible());
        seat.settle();
        return this;
    }

    /** Until the server has answered for this list: before that the page still shows the one before. */
    Typist openList(String name) {
        Locator active = page.locator(".task-filters .item.active");
        seat.settle();
        if (active.innerText().contains(name)) {
            // F5: the list on the page may still name a task that has been taken since.
            page.waitForResponse(answer -> answer.url().matches(LIST), page::reload);
        } else {
            keyboard.tabTo(name);
            page.waitForResponse(answer -> answer.url().matches(LIST), () -> keyboard.press("Enter"));
        }
        assertThat(active).containsText(name);
        seat.settle();
        return this;
    }

    /** The task of this case, in the list that is open. */
    Typist openTask(String name, String reference) {
        keyboard.tabTo(name, reference).press("Enter");
        assertThat(page.locator(".task-card h2.task")).containsText(name);
        isAtTheTask();
        assertThat(page.locator(".task-card .ics-case")).containsText(reference);
        page.locator(".fjs-form-field").first().waitFor();
        return this;
    }

    Typist claim() {
        keyboard.tabTo("Tag opgaven").press("Enter");
        page.locator(".unclaim").waitFor();
        page.locator(".fjs-form-field").first().waitFor();
        seat.settle();
        isAtTheTask();
        return this;
    }

    /** Its heading has the focus; what one has pressed is gone. */
    private void isAtTheTask() {
        assertThat(page.locator(".task-card h2.task")).isFocused();
        keyboard.isAt(page.locator(".task-card h2.task").innerText().strip());
    }

    /** »Læg tilbage«: somebody else may take it. */
    void putBack() {
        keyboard.shiftTabTo("Læg opgaven tilbage").press("Enter");
        page.locator(".task-card .claim").waitFor();
        seat.settle();
        page.waitForFunction("() => document.activeElement.matches('.task-card h2.task, .task-card .claim')");
    }

    TypedForm form() {
        return new TypedForm(page, keyboard);
    }

    /** »Fuldfør«, and the task is gone; the list is where one goes on. */
    void complete() {
        String name = page.locator(".task-card h2.task").innerText();
        keyboard.tabTo("Fuldfør").press("Enter");
        try {
            page.locator(".task-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        } catch (TimeoutError stillThere) {
            throw new AssertionError(
                    name + " was not completed: "
                            + page.locator(".ics-summary li").allInnerTexts(),
                    stillThere);
        }
        seat.settle();
        page.waitForFunction("() => document.activeElement.closest('ol.tasks-list, .task-filters .item.active')");
    }

    /** »Fuldfør«, but it is not: the form says why, at the field that has the focus then. */
    void isRefused(String field, String reason) {
        keyboard.tabTo("Fuldfør").press("Enter").isAt(field);
        assertThat(page.locator(".ics-summary li")).containsText(reason);
    }

    /** »Ny sag«, then one of the turns a case's life can take; its form stands in the dialog then. */
    TypedForm begin(String turn) {
        keyboard.tabTo("Ny sag").press("Enter");
        page.locator(".modal-dialog").getByText(turn).first().waitFor();
        keyboard.tabTo(turn).press("Enter");
        page.locator(".modal-dialog .fjs-form-field").first().waitFor();
        seat.settle();
        return form();
    }

    /** What was begun is on its way, and the dialog is gone. */
    void register() {
        keyboard.tabTo("Registrér").press("Enter");
        page.locator(".modal-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        keyboard.isAt("Ny sag");
    }

    /** »Find sag« by the number of the case; the case stands open then. */
    Page find(String reference) {
        keyboard.tabTo("Find sag")
                .press("Enter")
                .isAt("Hvad skal du bruge sagen til?")
                .type("Sagsbehandling");
        keyboard.tabTo("Sagsnummer").type(reference).press("Enter").isAt("1 sag fundet");
        keyboard.press("Tab").isAt("Sag " + reference).press("Enter").isAt("Sag " + reference);
        assertThat(page.locator(".ics-whole-case h2")).containsText("Sag " + reference);
        return page;
    }

    @Override
    public void close() {
        seat.close();
    }
}
