package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dk.ics.intake.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** What happens to a case, told in the browsers of those who work with it; no page of theirs may go wrong meanwhile. */
final class Story implements AutoCloseable {

    private final String baseUrl;
    private final TestClock clock;
    private final Browser browser = Browser.open();
    private final Map<String, Caseworker> people = new HashMap<>();

    /** What the scripts of all pages have complained of. */
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    Story(BeanFactory application, String baseUrl) {
        this.baseUrl = baseUrl;
        this.clock = application.getBean(TestClock.class);
    }

    /** Somebody at her own machine, logged in; the same one whenever she is asked for. */
    Caseworker person(String account) {
        return people.computeIfAbsent(account, name -> {
            Caseworker person = arrives(name).logIn();
            person.page().locator(".task-filters .item.active").waitFor();
            person.settle();
            return person;
        });
    }

    /** Somebody who has not logged in yet. */
    Caseworker arrives(String account) {
        Caseworker person = browser.caseworker(baseUrl, account, clock.now());
        person.page().onPageError(errors::add);
        person.page().onConsoleMessage(message -> {
            // That something was refused is seen on the page.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        return person;
    }

    /** The days go by: whoever works next comes in anew. */
    void goBy(Duration time) {
        people.values().forEach(Caseworker::close);
        people.clear();
        clock.advance(time);
    }

    /** »Find sag« by the number of the case; the case stands open then. */
    Page find(String account, String reference) {
        Page page = person(account).page();
        page.getByText("Find sag").first().click();
        Locator purpose = page.getByLabel("Hvad skal du bruge sagen til?");
        purpose.locator("option").nth(1).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        purpose.selectOption("Sagsbehandling");
        page.getByLabel("Sagsnummer").fill(reference);
        page.getByLabel("Sagsnummer").press("Enter");
        page.locator(".ics-hit").click();
        assertThat(page.locator(".ics-whole-case h2")).containsText("Sag " + reference);
        return page;
    }

    /** The page as it is: Danish, nothing wrong; with a picture. */
    void look(Page page, String picture) {
        look(page);
        Screenshots.take(page, picture);
    }

    /** With the place that matters in the middle of the screen. */
    void look(Page page, Locator place, String picture) {
        place.evaluate("place => place.scrollIntoView({block: 'center'})");
        look(page, picture);
    }

    void look(Page page) {
        assertThat(Danish.englishOn(page)).isEmpty();
        assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
        assertThat(errors).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
    }
}
