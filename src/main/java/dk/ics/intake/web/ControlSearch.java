package dk.ics.intake.web;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.oversight.ControlFilter;
import dk.ics.intake.oversight.ControlOrder;
import dk.ics.intake.oversight.ControlOutcome;
import dk.ics.intake.oversight.ControlPlace;
import dk.ics.intake.oversight.SupervisionState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list of controls is asked for, read from JSON.
 *
 * @param after where the page before ended, if this is not the first page
 */
record ControlSearch(
        ControlFilter filter, ControlOrder order, @Nullable ControlPlace after) {

    static final Set<String> FIELDS = Set.of(
            "from",
            "to",
            "municipality",
            "employee",
            "outcome",
            "doubt",
            "photo",
            "procedure",
            "supervision",
            "reference",
            "lacking",
            "sort",
            "descending",
            "after");

    private static final Pattern REFERENCE = Pattern.compile("(20\\d{2})\\s*-\\s*(\\d{1,9})");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,255}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_-]{1,1000}");
    private static final Pattern YES_OR_NO = Pattern.compile("yes|no");
    private static final int DIGITS = 6;
    private static final String CHOOSE = "Vælg en af mulighederne.";

    /** @throws RegisterRefused if anything is wrong */
    static ControlSearch of(RegisterReader read) {
        LocalDate from = read.has("from") ? read.day("from") : null;
        LocalDate to = read.has("to") ? read.day("to") : null;
        read.when(from != null && to != null && to.isBefore(from), "to", "Perioden kan ikke slutte, før den begynder.");
        ControlFilter filter = new ControlFilter(
                from,
                to,
                find(read, "municipality", CODE, ControlSearch::municipality, CHOOSE),
                find(read, "employee", TEXT, Optional::of, CHOOSE),
                find(read, "outcome", CODE, ControlOutcome::of, CHOOSE),
                find(read, "doubt", YES_OR_NO, text -> Optional.of(text.equals("yes")), CHOOSE),
                find(read, "photo", YES_OR_NO, text -> Optional.of(text.equals("yes")), CHOOSE),
                find(read, "procedure", TEXT, Optional::of, CHOOSE),
                find(read, "supervision", CODE, SupervisionState::of, CHOOSE),
                find(read, "reference", TEXT, ControlSearch::reference, "Skriv sagsnummeret som 2026-000123."),
                find(read, "lacking", YES_OR_NO, text -> Optional.of(text.equals("yes")), CHOOSE));
        ControlOrder.By by = find(read, "sort", CODE, ControlOrder.By::of, CHOOSE);
        Boolean descending = find(read, "descending", YES_OR_NO, text -> Optional.of(text.equals("yes")), CHOOSE);
        ControlPlace after =
                find(read, "after", PLACE, ControlPlace::read, "Listen kan ikke bladres herfra. Søg igen.");
        read.refuse();
        ControlOrder order = by == null ? ControlOrder.NEWEST : new ControlOrder(by, descending != null && descending);
        return new ControlSearch(filter, order, after);
    }

    private static <T> @Nullable T find(
            RegisterReader read, String field, Pattern form, Function<String, Optional<T>> known, String sentence) {
        if (!read.has(field)) {
            return null;
        }
        String text = read.code(field, form, sentence);
        Optional<T> found = text.isEmpty() ? Optional.empty() : known.apply(text);
        read.when(found.isEmpty(), field, sentence);
        return found.orElse(null);
    }

    private static Optional<MunicipalityCode> municipality(String code) {
        return MunicipalityCode.isValid(code) ? Optional.of(new MunicipalityCode(code)) : Optional.empty();
    }

    /** As people write it, without the noughts. */
    private static Optional<CaseReference> reference(String text) {
        Matcher parts = REFERENCE.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new CaseReference(parts.group(1) + "-"
                        + "0".repeat(Math.max(0, DIGITS - parts.group(2).length())) + parts.group(2)))
                : Optional.empty();
    }
}
