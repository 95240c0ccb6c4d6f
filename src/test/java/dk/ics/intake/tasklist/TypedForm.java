package dk.ics.intake.tasklist;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The open form, filled from the first field to the last by somebody without a mouse. */
final class TypedForm {

    private static final String SENTENCE = "Oplyst af borgeren ved fremmødet.";

    /** A field that must be filled and is not. */
    private static final String LACKS = """
            const lacks = box => {
              if (!box.getClientRects().length || !box.querySelector('.fjs-asterix')) return false;
              const inputs = [...box.querySelectorAll('input, textarea')].filter(i => !i.disabled && !i.readOnly);
              if (!inputs.length) return false;
              if (inputs[0].matches('[type=radio], [type=checkbox]')) return !inputs.some(i => i.checked);
              if (box.querySelector('.fjs-select-display')) return Boolean(box.querySelector('.fjs-select-placeholder'));
              return inputs.some(i => !i.value);
            };
            const FIELD = '.fjs-form-field:not(.fjs-form-field-grouplike)';""";

    private static final String SOMETHING_LACKS =
            "() => {" + LACKS + " return [...document.querySelectorAll('.fjs-container ' + FIELD)].some(lacks); }";

    /** What the control with the focus wants. */
    private static final String WANTED = "() => {" + LACKS + """
              const e = document.activeElement;
              const box = e.closest('.fjs-container') && e.closest(FIELD);
              if (!e.closest('.fjs-container')) return 'outside';
              if (!box || !lacks(box) || e.readOnly || !e.matches('input, textarea')) return 'nothing';
              if (e.matches('[type=radio], [type=checkbox]')) return 'choice';
              if (box.matches('.fjs-form-field-select')) return 'option';
              if (e.value) return 'nothing';
              if (e.closest('.fjs-datepicker')) return 'day';
              if (e.closest('.fjs-timepicker')) return 'time';
              return box.matches('.fjs-form-field-number') ? 'number' : 'text';
            }""";

    private final Page page;
    private final Keyboard keyboard;

    TypedForm(Page page, Keyboard keyboard) {
        this.page = page;
        this.keyboard = keyboard;
    }

    /** Answers a question with one of the options beside it. */
    TypedForm choose(String question, String option) {
        keyboard.tabTo(question).arrowTo(option);
        return this;
    }

    TypedForm tick(String label) {
        keyboard.tabTo(label).tick();
        return this;
    }

    TypedForm write(String label, String text) {
        keyboard.tabTo(label).typeOver(text);
        return this;
    }

    /** As somebody in a hurry would: down the form, the first of each choice, today, one sentence. */
    void fillWhatIsRequired(String today) {
        for (int round = 0; round < 4 && page.evaluate(SOMETHING_LACKS).equals(true); round++) {
            String wanted = page.evaluate(WANTED).toString();
            while (wanted.equals("outside")) {
                keyboard.press("Tab");
                wanted = page.evaluate(WANTED).toString();
            }
            while (!wanted.equals("outside")) {
                give(wanted, today);
                keyboard.press("Tab");
                drawn();
                wanted = page.evaluate(WANTED).toString();
            }
        }
    }

    private void give(String wanted, String today) {
        switch (wanted) {
            case "choice" -> keyboard.tick();
            case "option" -> keyboard.press("Enter");
            case "day" -> keyboard.type(today);
            case "time" -> keyboard.type("12:00");
            case "number" -> keyboard.type("1");
            case "text" -> keyboard.type(SENTENCE);
            default -> {}
        }
    }

    /** What a choice or a date brings along is there before one goes on. */
    private void drawn() {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /** To look at. */
    Locator field(String label) {
        return page.locator(".fjs-container").getByLabel(label).first();
    }
}
