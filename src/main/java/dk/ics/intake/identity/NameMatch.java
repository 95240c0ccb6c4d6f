package dk.ics.intake.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares names of an application with those of a machine readable zone (ICAO Doc 9303 part 3, sections 4 and 6).
 *
 * <p>Letters agree in every way issuers write them ({@link Transliteration}), blanks, hyphens and apostrophes make no
 * difference, and a zone that was too short agrees as far as it goes. Everything else is a difference for a person to
 * explain: a given name more or less, another order, a name on the other side.
 */
final class NameMatch {

    /** What a caseworker is told of names that do not agree, or nothing. */
    record Result(boolean agrees, @Nullable String note) {}

    private static final Result SAME = new Result(true, null);
    private static final Result SHORTENED = new Result(true, "Navnet er forkortet i linjerne, men svarer til sagen.");
    private static final String OTHER_ORDER = "Samme navne i en anden rækkefølge.";
    private static final String MORE = "Dokumentet har flere navne end ansøgningen.";
    private static final String FEWER = "Dokumentet har færre navne end ansøgningen.";
    private static final Pattern PARTS = Pattern.compile("[\\s\\-<]+");
    private static final Pattern TRUNCATED = Pattern.compile(".*[A-Z]$");

    private final List<String> family;
    private final List<String> given;
    private final boolean truncated;

    private NameMatch(String field) {
        String[] sides = field.replaceFirst("<+$", "").split("<<", 2);
        this.family = parts(sides[0]);
        this.given = sides.length > 1 ? parts(sides[1]) : List.of();
        // Full to the last character: names may have been cut or left out.
        this.truncated = TRUNCATED.matcher(field).matches();
    }

    /** @param field the zone's field of names with its fillers */
    static NameMatch of(String field) {
        return new NameMatch(field);
    }

    Result family(String name) {
        return compare(name, family, given);
    }

    Result given(String name) {
        return compare(name, given, family);
    }

    /** The family name as the zone has it, with blanks. */
    String family() {
        return String.join(" ", family);
    }

    String given() {
        return String.join(" ", given);
    }

    private Result compare(String name, List<String> zone, List<String> otherSide) {
        List<String> application = parts(Transliteration.upper(name));
        if (pattern(application).matcher(String.join("", zone)).matches()) {
            return SAME;
        }
        if (truncated && isShortened(application, zone)) {
            return SHORTENED;
        }
        return new Result(false, note(application, zone, otherSide));
    }

    private static @Nullable String note(List<String> application, List<String> zone, List<String> otherSide) {
        if (holdsAll(zone, application)) {
            return zone.size() == application.size() ? OTHER_ORDER : MORE;
        }
        if (holdsAll(application, zone)) {
            return FEWER;
        }
        List<String> both = new ArrayList<>(zone);
        both.addAll(otherSide);
        return holdsAll(both, application) ? "Navnene står fordelt på en anden måde på fornavn og efternavn." : null;
    }

    /** Whether each part of the zone begins the application's part in its place; the last ones may be missing. */
    private static boolean isShortened(List<String> application, List<String> zone) {
        if (zone.size() > application.size()) {
            return false;
        }
        for (int i = 0; i < zone.size(); i++) {
            Matcher part = pattern(List.of(application.get(i))).matcher(zone.get(i));
            if (!part.matches() && !part.hitEnd()) {
                return false;
            }
        }
        return true;
    }

    /** Whether each of the names stands among the others, in whatever way one of both is written. */
    private static boolean holdsAll(List<String> names, List<String> wanted) {
        return !wanted.isEmpty()
                && wanted.stream()
                        .allMatch(one -> names.stream()
                                .anyMatch(other -> pattern(List.of(one))
                                                .matcher(other)
                                                .matches()
                                        || pattern(List.of(other)).matcher(one).matches()));
    }

    private static Pattern pattern(List<String> parts) {
        return Pattern.compile(parts.stream()
                .flatMap(part -> part.chars().mapToObj(letter -> Transliteration.ways((char) letter)))
                .filter(ways -> !ways.isEmpty())
                .map(ways -> ways.size() == 1 ? ways.get(0) : "(?:" + String.join("|", ways) + ")")
                .collect(Collectors.joining()));
    }

    private static List<String> parts(String name) {
        return Arrays.stream(PARTS.split(name))
                .filter(part -> part.chars()
                        .anyMatch(letter -> !Transliteration.ways((char) letter).isEmpty()))
                .toList();
    }

    /** Masked: the names are a person's. */
    @Override
    public String toString() {
        return "NameMatch[" + (family.size() + given.size()) + " parts]";
    }
}
