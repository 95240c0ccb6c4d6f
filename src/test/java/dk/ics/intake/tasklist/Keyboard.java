package dk.ics.intake.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Somebody without a mouse: goes where Tab goes, and knows where she is by what a screen reader says. */
final class Keyboard {

    private static final int PATIENCE = 80;

    /** What the control with the focus is called. */
    private static final String FOCUSED = """
            () => { const e = document.activeElement;
              const text = e.matches('a, button, h1, h2, h3, h4') ? e.innerText : '';
              return [e.getAttribute('aria-label'), ...[...(e.labels ?? [])].map(l => l.innerText), text]
                .filter(Boolean).join(' ').replace(/\\s+/g, ' ').trim(); }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Forward to the control of this name; what has been passed on the way is in the message if there is none. */
    Keyboard tabTo(String name) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < PATIENCE; i++) {
            page.keyboard().press("Tab");
            String here = focused();
            if (here.contains(name)) {
                isSeen(name);
                return this;
            }
            passed.add(here);
        }
        throw new AssertionError("Not reached with Tab: " + name + ", but " + passed);
    }

    /** The control of this name has the focus, wherever it came from. */
    Keyboard isAt(String name) {
        page.waitForFunction(
                "name => (" + FOCUSED + ")().includes(name)",
                name,
                new Page.WaitForFunctionOptions().setTimeout(30_000));
        isSeen(name);
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    private String focused() {
        return page.evaluate(FOCUSED).toString();
    }

    /** On the screen, not above or below it. */
    private void isSeen(String name) {
        Object seen = page.evaluate("""
                () => { let e = document.activeElement;
                  if (e.matches('input[type=radio]') && e.labels.length) e = e.labels[0];
                  const {top, bottom} = e.getBoundingClientRect();
                  return bottom > 0 && top < innerHeight; }""");
        assertThat(seen).as("on the screen: " + name).isEqualTo(true);
    }
}
