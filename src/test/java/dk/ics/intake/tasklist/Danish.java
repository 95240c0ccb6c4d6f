package dk.ics.intake.tasklist;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Looks for English on a page: the visible text, what a screen reader says, and what stands in empty fields. */
public final class Danish {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** »december 30, 2030«: words that both languages have, in the order of one; »Eksempelholm 6, 4000« is no date. */
    private static final Pattern DATE = Pattern.compile(
            "(?i)\\b(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)\\p{L}* [0-9]{1,2}, [0-9]{4}");

    /** Words of Tasklist's and form-js' English that are no Danish words and stand in no name of ours. */
    private static final Set<String> ENGLISH = Set.of(
            "the",
            "and",
            "with",
            "your",
            "you",
            "are",
            "was",
            "been",
            "not",
            "this",
            "that",
            "please",
            "try",
            "again",
            "required",
            "select",
            "search",
            "add",
            "new",
            "remove",
            "invalid",
            "date",
            "value",
            "number",
            "must",
            "match",
            "pattern",
            "claim",
            "unclaim",
            "complete",
            "save",
            "close",
            "cancel",
            "create",
            "created",
            "due",
            "follow",
            "reset",
            "task",
            "tasks",
            "tasklist",
            "process",
            "processes",
            "history",
            "diagram",
            "description",
            "comment",
            "comments",
            "groups",
            "assignee",
            "username",
            "password",
            "login",
            "logout",
            "sign",
            "show",
            "hide",
            "more",
            "less",
            "next",
            "previous",
            "first",
            "page",
            "loading",
            "failed",
            "failure",
            "error",
            "success",
            "successful",
            "welcome",
            "today",
            "yesterday",
            "tomorrow",
            "ago",
            "minutes",
            "hours",
            "days",
            "months",
            "years",
            "january",
            "february",
            "march",
            "may",
            "june",
            "july",
            "october",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "powered",
            "keyboard",
            "shortcuts",
            "profile",
            "expand",
            "collapse",
            "field",
            "filters",
            "undefined",
            "null",
            "true",
            "false",
            "yyyy",
            "hh",
            "nothing",
            "results",
            "list",
            "item",
            "could",
            "loaded");

    private Danish() {}

    /** @return the English words found, each with the text it stands in */
    public static Set<String> englishOn(Page page) {
        return englishIn(page, "body");
    }

    /** The same of a part of the page, and its title; a hash is no language, and who drew the diagram has to be named as it is. */
    public static Set<String> englishIn(Page page, String part) {
        Object texts = page.evaluate("""
                part => {
                  const root = document.querySelector(part);
                  const seen = [document.title];
                  const visible = (element) => element && element.getClientRects().length > 0
                      && getComputedStyle(element).visibility !== 'hidden';
                  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const parent = walker.currentNode.parentElement;
                    if (visible(parent) && !parent.closest('script, style, textarea, code, .bjs-powered-by')) seen.push(walker.currentNode.data);
                  }
                  root.querySelectorAll('[placeholder], [aria-label], [title], [alt]').forEach(element => {
                    if (visible(element) && !element.closest('.bjs-powered-by')) for (const name of ['placeholder', 'aria-label', 'title', 'alt']) {
                      const text = element.getAttribute(name); if (text) seen.push(text);
                    }
                  });
                  return seen.filter(text => text.trim());
                }""", part);
        Set<String> english = new TreeSet<>();
        for (Object text : (List<?>) texts) {
            // A country whose name is the same in Danish.
            String said = text.toString().strip().replace("New Zealand", "");
            DATE.matcher(said).results().map(MatchResult::group).forEach(english::add);
            WORD.matcher(said)
                    .results()
                    .map(MatchResult::group)
                    .filter(word -> ENGLISH.contains(word.toLowerCase(Locale.ROOT)))
                    .forEach(word -> english.add(word + " in »" + said + "«"));
        }
        return english;
    }
}
