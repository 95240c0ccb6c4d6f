package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.ics.intake.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/**
 * What happens to a case, told in the browsers of those who work with it; no page of theirs may go wrong meanwhile. Nobody
 * in it has a mouse: a page that meets one complains.
 */
final class Story implements AutoCloseable {

    /** Text without a key, which is how Playwright fills a field, needs a mouse in the end too. */
    private static final String NO_MOUSE = """
            const held = new Set();
            const complains = what => ({target, isTrusted}) => {
              if (held.size === 0 && (isTrusted || target.matches('select'))) throw new Error(`${what}, and nobody here has a mouse`);
            };
            addEventListener('keydown', ({isTrusted, key}) => isTrusted && held.add(key.toLowerCase()), true);
            addEventListener('keyup', ({key}) => held.delete(key.toLowerCase()), true);
            addEventListener('blur', ({target}) => target === window && held.clear());
            addEventListener('pointerdown', complains('Pointed at'), true);
            addEventListener('beforeinput', complains('Filled without a key'), true);
            addEventListener('input', ({target, isTrusted}) => target.matches('select') && complains('Selected without a key')({target, isTrusted}), true);
            """;

    private final String baseUrl;
    private final TestClock clock;
    private final Browser browser = Browser.open();
    private final Map<String, Typist> people = new HashMap<>();

    /** What the scripts of all pages have complained of. */
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    Story(BeanFactory application, String baseUrl) {
        this.baseUrl = baseUrl;
        this.clock = application.getBean(TestClock.class);
    }

    /** Somebody at her own machine, logged in; the same one whenever she is asked for. */
    Typist person(String account) {
        return people.computeIfAbsent(account, name -> arrives(name).logIn());
    }

    private Typist arrives(String account) {
        Caseworker seat = browser.caseworker(baseUrl, account, clock.now());
        seat.context().addInitScript(NO_MOUSE);
        Typist person = new Typist(seat, account);
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
        people.values().forEach(Typist::close);
        people.clear();
        clock.advance(time);
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
        assertThat(errors).isEmpty();
    }
}
