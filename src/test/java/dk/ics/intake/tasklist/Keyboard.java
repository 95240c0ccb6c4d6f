package dk.ics.intake.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Somebody without a mouse: goes where Tab goes, and knows where she is by what a screen reader says. */
public final class Keyboard {

    /** The longest way round a page: lists, tasks, and a form of forty fields. */
    private static final int PATIENCE = 150;

    /** What the control with the focus is called: the question it answers, if there is one, and its own name. */
    private static final String FOCUSED = """
            () => { const e = document.activeElement;
              const group = e.closest('[role=radiogroup], [role=group]')?.getAttribute('aria-labelledby');
              const text = e.matches('a, button, summary, h1, h2, h3, h4') ? e.innerText : '';
              return [group && document.getElementById(group)?.innerText, e.getAttribute('aria-label'),
                  ...[...(e.labels ?? [])].map(l => l.innerText), text]
                .filter(Boolean).join(' ').replace(/\\s+/g, ' ').trim(); }""";

    /** What is wrong, unless its middle is on the screen and nothing lies over it but a message that goes by itself. */
    private static final String UNSEEN = """
            () => { const e = document.activeElement;
              const {left, top, right, bottom} = e.getBoundingClientRect();
              const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
              const seen = e !== document.body && there
                && (e.contains(there) || there.contains(e) || there.closest('.page-notifications'));
              return seen ? '' : `${e.tagName} ${top} to ${bottom} of ${innerHeight}, under ${there?.tagName} ${there?.className}`; }""";

    private final Page page;
    private final CDPSession keys;

    public Keyboard(Page page) {
        this.page = page;
        this.keys = page.context().newCDPSession(page);
    }

    /** Forward to the control of this name; what has been passed on the way is in the message if there is none. */
    public Keyboard tabTo(String... name) {
        return goTo("Tab", List.of(name), here -> Stream.of(name).allMatch(here::contains));
    }

    /** Back to the control of this name and no other: a message may name it as well. */
    public Keyboard shiftTabTo(String name) {
        return goTo("Shift+Tab", List.of(name), name::equals);
    }

    private Keyboard goTo(String key, List<String> name, Predicate<String> isIt) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < PATIENCE; i++) {
            press(key);
            String here = focused();
            if (isIt.test(here)) {
                isSeen(here);
                return this;
            }
            passed.add(here);
        }
        throw new AssertionError("Not reached with " + key + ": " + name + ", but " + passed);
    }

    /** The control of this name has the focus, wherever it came from. */
    public Keyboard isAt(String name) {
        page.waitForFunction(
                "name => (" + FOCUSED + ")().includes(name)",
                name,
                new Page.WaitForFunctionOptions().setTimeout(30_000));
        isSeen(name);
        return this;
    }

    /** Every letter with its key going down and up, as on a Danish keyboard; Playwright knows an American one. */
    public Keyboard type(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            if (letter.charAt(0) < 128) {
                page.keyboard().press(letter);
            } else {
                key("keyDown", letter);
                key("keyUp", letter);
            }
        });
        return this;
    }

    private void key(String type, String letter) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("key", letter);
        if (type.equals("keyDown")) {
            event.addProperty("text", letter);
        }
        keys.send("Input.dispatchKeyEvent", event);
    }

    /** Instead of what stands there. */
    public Keyboard typeOver(String text) {
        return press("Control+A").type(text);
    }

    public Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Among radio buttons, with the arrows, to the one of this name. */
    void arrowTo(String option) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < PATIENCE; i++) {
            String here = page.evaluate("() => document.activeElement.labels?.[0]?.innerText.trim() ?? ''")
                    .toString();
            if (here.equals(option)) {
                tick();
                return;
            }
            passed.add(here);
            press("ArrowDown");
        }
        throw new AssertionError("Not among the options: " + option + ", but " + passed);
    }

    /** The space bar, unless it is ticked already. */
    void tick() {
        if (page.evaluate("() => document.activeElement.checked").equals(false)) {
            press("Space");
        }
        assertThat(page.evaluate("() => document.activeElement.checked"))
                .as(focused())
                .isEqualTo(true);
        isSeen(focused());
    }

    public String focused() {
        return page.evaluate(FOCUSED).toString();
    }

    /** On the screen, not above, below or under something. */
    private void isSeen(String name) {
        try {
            // What the field before has opened closes a moment later.
            page.waitForFunction(
                    "() => !(" + UNSEEN + ")()", null, new Page.WaitForFunctionOptions().setTimeout(3_000));
        } catch (TimeoutError unseen) {
            throw new AssertionError(name + " is not on the screen: " + page.evaluate(UNSEEN), unseen);
        }
    }
}
