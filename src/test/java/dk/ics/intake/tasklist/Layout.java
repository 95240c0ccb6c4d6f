package dk.ics.intake.tasklist;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is cut off or has to be pushed sideways, on a desk's screen and on a telephone's. */
final class Layout {

    private static final int HEIGHT = 800;
    private static final List<Integer> WIDTHS = List.of(390, 1280);

    private Layout() {}

    /** @return what is wrong with the form at each width, in words; the page is as wide as a desk's screen then */
    static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            faultsNow(page).forEach(fault -> faults.add(width + " px: " + fault));
        }
        return faults;
    }

    static void telephone(Page page) {
        page.setViewportSize(WIDTHS.get(0), HEIGHT);
    }

    /** A screen so high that the whole form is on it. */
    static void whole(Page page) {
        int width = WIDTHS.get(WIDTHS.size() - 1);
        page.setViewportSize(width, HEIGHT);
        Number form = (Number)
                page.evaluate(
                        "() => [...document.querySelectorAll('.fjs-container, .ics-summary')].reduce((sum, part) => sum + part.scrollHeight, 0)");
        page.setViewportSize(width, form.intValue() + HEIGHT / 2 + HEIGHT / 10);
    }

    /** @return what is wrong with the form and all that is open over it, on the screen as it is */
    static List<String> faultsNow(Page page) {
        return ((List<?>) page.evaluate(FAULTS)).stream().map(String::valueOf).toList();
    }

    private static final String FAULTS = """
            () => {
              const form = document.querySelector('.modal .fjs-container') ?? document.querySelector('.fjs-container');
              const faults = [];
              const said = (element) => `${element.tagName}.${element.className} »${(element.innerText ?? '').slice(0, 60)}«`;
              const card = form.closest('.task-card, .modal-dialog');
              if (document.documentElement.scrollWidth > window.innerWidth) faults.push('the page is wider than the screen');
              for (const box of [card, ...card.querySelectorAll('*')]) {
                const style = getComputedStyle(box);
                if (!box.getClientRects().length || style.visibility === 'hidden' || style.display === 'inline') continue;
                const {left, right, width} = box.getBoundingClientRect();
                if (width > 1 && (right > window.innerWidth + 1 || left < -1)) faults.push(`off the screen, ${Math.round(left)} to ${Math.round(right)}: ` + said(box));
                const slides = ['auto', 'scroll'].includes(style.overflowX);
                const cuts = ['hidden', 'clip'].includes(style.overflowX);
                if (width > 1 && (slides || cuts) && !box.matches('input, textarea') && box.scrollWidth > box.clientWidth + 1) {
                  faults.push((slides ? 'to be pushed sideways: ' : 'cut off: ') + said(box));
                }
              }
              form.querySelectorAll('label, .fjs-form-field-description, .fjs-form-field-error, td, th, p').forEach((text) => {
                if (text.getClientRects().length && text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== 'inline') {
                  faults.push('longer than its place: ' + said(text));
                }
              });
              return faults;
            }""";
}
