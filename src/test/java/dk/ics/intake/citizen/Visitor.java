package dk.ics.intake.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dk.ics.intake.TestPapers;
import dk.ics.intake.tasklist.Screenshots;
import dk.ics.intake.web.selfservice.Texts;
import dk.ics.intake.web.selfservice.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A citizen with a browser: answers page after page, and looks at each kind of page once. */
final class Visitor implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21aa");
    private static final int MOST_PAGES = 120;
    private static final int MOST_TABS = 120;

    /** What any visitor has looked at, by the width of the screen. */
    private static final Set<String> LOOKED = new HashSet<>();

    private final BrowserContext context;
    private final Page page;
    private final String root;
    private final Texts texts;
    private final String name;
    private final boolean looking;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> looked = new HashSet<>();
    private boolean everywhere;
    private boolean keys;
    private boolean trying;

    /** @param looking whether pages are checked, which takes script in the browser */
    Visitor(BrowserContext context, String root, String language, int width, String name, boolean looking) {
        this.context = context;
        this.root = root;
        this.texts = Wording.of(language);
        this.name = name;
        this.looking = looking;
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.setViewportSize(width, width < 600 ? 844 : 800);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(root) && !request.url().startsWith("data:")) {
                complaints.add(request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    /** Also at pages that another visitor has looked at, in another language perhaps. */
    Visitor everywhere() {
        everywhere = true;
        return this;
    }

    /** From now on without a mouse. */
    Visitor byKeys() {
        keys = true;
        return this;
    }

    /** From now on each page is first sent empty, to see what it says then. */
    Visitor tryingEmpty() {
        trying = true;
        return this;
    }

    Page page() {
        return page;
    }

    Texts texts() {
        return texts;
    }

    Visitor begin() {
        page.navigate(root + "/apply");
        look("languages");
        activate("a[href='/apply/" + texts.code() + "']");
        look("welcome");
        activate("main button");
        return this;
    }

    /** Answers what is asked until the page of this name. */
    Visitor answerUntil(String end, Answers answers) {
        for (int i = 0; i < MOST_PAGES; i++) {
            // Without script nothing in the page waits for what has not come yet.
            page.waitForLoadState();
            String question = question();
            if (question.equals(end)) {
                look(question);
                return this;
            }
            look(question);
            if (trying && !looked.contains("wrong-" + question) && !question.equals("papers")) {
                empty();
                page.waitForNavigation(this::primary);
                if (question().equals(question) && page.locator("#errors").count() > 0) {
                    look("wrong-" + question);
                } else {
                    looked.add("wrong-" + question);
                    page.goBack();
                }
            }
            if (question.equals("papers")) {
                addPaper();
                activate("button[formaction*='/done']");
            } else {
                answers.of(no(), question).forEach((input, value) -> answer(input, value));
                primary();
            }
        }
        throw new AssertionError("There is always another page; now " + question());
    }

    /** The first paper of the page gets a file. */
    private void addPaper() {
        Locator file = page.locator("input[type=file]").first();
        file.setInputFiles(new FilePayload("pas.pdf", "application/pdf", TestPapers.pdf(1, "pas")));
        activate("section.apply-paper:first-of-type button[name=add]");
        look("paper-added");
    }

    /** Nothing is left in the inputs that can be emptied. */
    private void empty() {
        for (Locator input : page.locator(
                        "main input[type=text], main input[type=email], main input[type=tel], main textarea")
                .all()) {
            input.fill("");
        }
    }

    /** Takes the radio of this value and goes on. */
    Visitor take(String value) {
        Locator radio = page.locator("main input[type=radio][value='" + value + "']");
        if (keys) {
            answerByKeys(String.valueOf(radio.getAttribute("name")), value);
        } else {
            label(radio).click();
        }
        primary();
        return this;
    }

    /** Answers one input of the page. */
    Visitor fill(String input, String value) {
        answer(input, value);
        return this;
    }

    private void answer(String input, String value) {
        if (keys) {
            answerByKeys(input, value);
            return;
        }
        Locator field = page.locator("main [name='" + input + "']").first();
        String type = String.valueOf(field.getAttribute("type"));
        if (type.equals("radio")) {
            label(page.locator("input[name='" + input + "'][value='" + value + "']"))
                    .click();
        } else if (type.equals("checkbox")) {
            if (!field.isChecked()) {
                label(field).click();
            }
        } else if (field.evaluate("field => field.tagName").equals("SELECT")) {
            field.selectOption(value);
        } else {
            field.fill(value);
        }
    }

    private Locator label(Locator input) {
        return page.locator("label[for='" + input.getAttribute("id") + "']");
    }

    private void answerByKeys(String input, String value) {
        tabTo("element => element.name === '" + input + "'");
        Object kind = page.evaluate("() => document.activeElement.type");
        if (kind.equals("radio")) {
            page.keyboard().press("Space");
            for (int i = 0; i < 20 && !value.equals(page.evaluate("() => document.activeElement.value")); i++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo(value);
        } else if (kind.equals("checkbox")) {
            page.keyboard().press("Space");
        } else if (kind.equals("select-one")) {
            chooseByKeys(value);
        } else {
            page.keyboard().press("Control+a");
            page.keyboard().type(value);
        }
    }

    /** The first letter leads near the option, arrows to it. */
    private void chooseByKeys(String value) {
        Object label = page.evaluate(
                "value => [...document.activeElement.options].find(option => option.value === value).text", value);
        page.keyboard().press(label.toString().substring(0, 1));
        for (int i = 0; i < MOST_TABS && !value.equals(page.evaluate("() => document.activeElement.value")); i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo(value);
    }

    private void tabTo(String isIt) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (page.evaluate("() => (" + isIt + ")(document.activeElement)").equals(true)) {
                assertThat(
                                page.evaluate(
                                        "() => { const style = getComputedStyle(document.activeElement), label = document.activeElement.nextElementSibling;"
                                                + " return style.outlineStyle !== 'none' || style.boxShadow !== 'none'"
                                                + " || (label && (getComputedStyle(label).outlineStyle !== 'none' || getComputedStyle(label, '::before').outlineStyle !== 'none')); }"))
                        .as("where the focus is can be seen: " + isIt)
                        .isEqualTo(true);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not to be reached by keys: " + isIt);
    }

    /** The button with which the page goes on. */
    void primary() {
        activate("main form .button-primary");
    }

    /** Presses a button or follows a link. */
    Visitor activate(String selector) {
        Locator it = page.locator(selector).last();
        if (keys) {
            it.evaluate("element => element.dataset.wanted = 'yes'");
            tabTo("element => element.dataset && element.dataset.wanted === 'yes'");
            page.waitForNavigation(() -> page.keyboard().press("Enter"));
        } else {
            it.click();
        }
        return this;
    }

    /** Accessible, not wider than the screen, and a picture of it; each kind of page once on each kind of screen. */
    Visitor look(String what) {
        assertThat(complaints).as(what).isEmpty();
        String seen = page.viewportSize().width + " " + what;
        if (!looking || !looked.add(what) || !everywhere && LOOKED.contains(seen)) {
            return this;
        }
        assertThat(findings()).as(name + " " + what).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("not wider than the screen: " + what)
                .isEqualTo(true);
        assertThat(page.locator("html").getAttribute("lang")).isNotBlank();
        // Now, since a test that failed is tried again.
        LOOKED.add(seen);
        if (Screenshots.areWanted()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(System.getProperty("ics.screenshots"))
                            .resolve("apply-" + name + "-" + what + ".png")));
        }
        return this;
    }

    private List<String> findings() {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(Visitor::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining(" | "));
    }

    private String path() {
        return page.url().substring(root.length()).replaceAll("[?#].*", "");
    }

    /** Name of the page. */
    String question() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    private int no() {
        String[] parts = path().split("/");
        return parts.length > 4 && parts[4].matches("\\d+") ? Integer.parseInt(parts[4]) : 1;
    }

    @Override
    public void close() {
        context.close();
    }

    /** What is answered, by number of the person and name of the page. */
    record Answers(Map<String, Map<String, String>> byPage) {

        Map<String, String> of(int no, String question) {
            Map<String, String> own = byPage.get(no + "/" + question);
            Map<String, String> answer = own == null ? byPage.get(question) : own;
            if (answer == null) {
                throw new AssertionError("Nobody expected to be asked " + no + "/" + question);
            }
            return answer;
        }
    }
}
