package dk.ics.intake.privacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The values of one person that must be found nowhere outside the case file, each in every spelling a table or a log
 * may hold it in: as typed, in other letter cases, decomposed, JSON-escaped, URL-encoded, in base64; dates in the usual
 * formats and as epoch milliseconds.
 */
public final class Needles {

    private static final int SHORTEST_MEANINGFUL_VALUE = 4;
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    /** Spelling (lower case) to the name of the field it belongs to. */
    private final Map<String, String> spellings = new LinkedHashMap<>();

    public static Needles of(Map<String, ?> person) {
        var needles = new Needles();
        person.forEach(needles::add);
        return needles;
    }

    void add(String field, Object value) {
        if (value instanceof LocalDate date) {
            addDate(field, date);
            return;
        }
        var text = value.toString();
        if (text.length() < SHORTEST_MEANINGFUL_VALUE) {
            throw new IllegalArgumentException(
                    "The test value of " + field + " is too short to be told from chance: choose a distinctive one");
        }
        Set<String> forms = new LinkedHashSet<>();
        for (var base : List.of(text, text.replace("-", ""), text.replace(" ", ""))) {
            forms.add(base);
            forms.add(Normalizer.normalize(base, Normalizer.Form.NFD));
            forms.add(jsonEscaped(base));
            forms.add(URLEncoder.encode(base, StandardCharsets.UTF_8));
            forms.add(URLEncoder.encode(base, StandardCharsets.UTF_8).replace("+", "%20"));
            if (base.length() > 8) {
                forms.add(base64Core(base));
            }
        }
        forms.forEach(form -> spellings.put(form.toLowerCase(Locale.ROOT), field));
    }

    private void addDate(String field, LocalDate date) {
        for (var pattern : List.of("yyyy-MM-dd", "dd.MM.yyyy", "dd-MM-yyyy", "dd/MM/yyyy", "ddMMyyyy", "yyyyMMdd")) {
            spellings.put(date.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)), field);
        }
        for (var zone : List.of(COPENHAGEN, ZoneId.of("UTC"))) {
            spellings.put(String.valueOf(date.atStartOfDay(zone).toInstant().toEpochMilli()), field);
        }
    }

    /** The names of the fields whose value, in any spelling, occurs in the text. */
    public Set<String> foundIn(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        Set<String> found = new LinkedHashSet<>();
        spellings.forEach((spelling, field) -> {
            if (lower.contains(spelling)) {
                found.add(field);
            }
        });
        return found;
    }

    private static String jsonEscaped(String text) {
        var escaped = new StringBuilder();
        text.chars()
                .forEach(c ->
                        escaped.append(c < 128 ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c)));
        return escaped.toString();
    }

    /** The middle of the base64 form: its edges depend on what stands beside the value. */
    private static String base64Core(String text) {
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return encoded.substring(0, encoded.length() - 4);
    }
}
