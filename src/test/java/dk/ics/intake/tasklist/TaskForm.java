package dk.ics.intake.tasklist;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The form of the open task, read and filled by what a person sees. */
final class TaskForm {

    private static final String SENTENCE = "Oplyst af borgeren ved fremmødet.";

    private final Page page;
    private final Locator form;

    TaskForm(Page page) {
        this.page = page;
        this.form = page.locator(".fjs-container");
    }

    /**
     * Fills what is required and empty as somebody in a hurry would: the first of each choice, today, one sentence.
     * A choice may bring further fields, so it looks again until nothing is left.
     */
    void fillWhatIsRequired(String today) {
        for (int look = 0; look < 6 && fillOnce(today); look++) {
            drawn();
        }
    }

    private boolean fillOnce(String today) {
        boolean filled = false;
        for (Locator field :
                form.locator(".fjs-form-field:not(.fjs-form-field-grouplike)").all()) {
            if (field.isVisible() && isRequired(field) && fill(field, today)) {
                filled = true;
            }
        }
        return filled;
    }

    private static boolean isRequired(Locator field) {
        return field.locator(".fjs-asterix").count() > 0;
    }

    private boolean fill(Locator field, String today) {
        String type = field.getAttribute("class");
        Locator inputs =
                field.locator("input:not([disabled]):not([readonly]), textarea:not([disabled]):not([readonly])");
        if (type == null || inputs.count() == 0) {
            return false;
        }
        if (type.contains("fjs-form-field-radio")) {
            return pick(field.locator("input[type=radio]"));
        }
        if (type.contains("fjs-form-field-checkbox") || type.contains("fjs-form-field-checklist")) {
            return pick(field.locator("input[type=checkbox]"));
        }
        if (type.contains("fjs-form-field-select")) {
            return choose(field);
        }
        if (type.contains("fjs-form-field-datetime")) {
            return enterTime(field, today);
        }
        return enter(inputs.first(), type.contains("fjs-form-field-number") ? "1" : SENTENCE);
    }

    private static boolean pick(Locator options) {
        if (options.all().stream().anyMatch(Locator::isChecked)) {
            return false;
        }
        options.first().check();
        return true;
    }

    private static boolean choose(Locator field) {
        Locator empty = field.locator(".fjs-select-placeholder, input[placeholder='Søg']");
        if (empty.count() == 0 || !valueOf(field.locator("input").first()).isEmpty()) {
            return false;
        }
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item").first().click();
        return true;
    }

    private static boolean enterTime(Locator field, String today) {
        boolean filled = false;
        Locator day = field.locator(".fjs-datepicker input.fjs-input");
        if (day.count() > 0 && valueOf(day).isEmpty()) {
            day.fill(today);
            day.press("Tab");
            filled = true;
        }
        Locator time = field.locator(".fjs-timepicker input.fjs-input");
        if (time.count() > 0 && valueOf(time).isEmpty()) {
            time.fill("12:00");
            time.press("Tab");
            filled = true;
        }
        return filled;
    }

    private static boolean enter(Locator input, String text) {
        if (!valueOf(input).isEmpty()) {
            return false;
        }
        input.fill(text);
        // Its message goes now, and what is below moves up before it is clicked.
        input.blur();
        return true;
    }

    private static String valueOf(Locator input) {
        return input.inputValue();
    }

    /** The lines of the summary over the form; empty if nothing is wrong. */
    List<String> summary() {
        return page.locator(".ics-summary li").allInnerTexts();
    }

    /** What stands at the field with this label. */
    String messageAt(String label) {
        return form.locator(".fjs-form-field:not(.fjs-form-field-grouplike)")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".fjs-form-field-label").getByText(label)))
                .last()
                .locator(".fjs-form-field-error")
                .innerText();
    }

    /** Answers a question with one of the options beside it. */
    TaskForm choose(String question, String option) {
        form.locator(".fjs-form-field-radio")
                .filter(new Locator.FilterOptions().setHasText(question))
                .getByLabel(option, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    TaskForm write(String label, String text) {
        field(label).fill(text);
        field(label).blur();
        return this;
    }

    /** Day and time one after the other: form-js forgets what comes before it has drawn what came first. */
    TaskForm writeAppointment(String day, String time) {
        enterAndDraw(form.locator(".fjs-datepicker input.fjs-input"), day);
        enterAndDraw(form.locator(".fjs-timepicker input.fjs-input"), time);
        return this;
    }

    private void enterAndDraw(Locator input, String text) {
        input.fill(text);
        input.press("Tab");
        drawn();
    }

    private void drawn() {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    Locator field(String label) {
        return form.getByLabel(label).first();
    }
}
