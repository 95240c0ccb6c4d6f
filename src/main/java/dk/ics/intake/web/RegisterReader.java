package dk.ics.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.casefile.CaseText;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line of a register from JSON and finds all that is wrong with it at once. */
final class RegisterReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 20_000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final JsonNode json;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private RegisterReader(JsonNode json) {
        this.json = json;
    }

    /** @throws RegisterRefused if it is no JSON object */
    static RegisterReader of(byte[] body, Set<String> known) {
        try {
            JsonNode tree = body.length > LARGEST ? null : JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                RegisterReader reader = new RegisterReader(tree);
                tree.fieldNames().forEachRemaining(key -> {
                    if (!known.contains(key)) {
                        reader.problem(key.length() > 60 ? key.substring(0, 60) + "…" : key, "Feltet findes ikke.");
                    }
                });
                return reader;
            }
        } catch (IOException notJson) {
            // Without the cause: Jackson repeats the text.
            throw RegisterRefused.unreadable();
        }
        throw RegisterRefused.unreadable();
    }

    /** One line of plain text; empty when it is wrong. */
    String text(String field, int longest) {
        JsonNode node = json.path(field);
        String text = node.isTextual() ? CaseText.normalise(node.asText()) : "";
        if (text.isEmpty() || text.length() > longest || !CaseText.isClean(text) || CaseText.holdsCode(text)) {
            problem(field, "Skriv almindelig tekst på højst %d tegn.".formatted(longest));
            return "";
        }
        return text;
    }

    /** A text of the given form; empty when it is wrong. */
    String code(String field, Pattern form, String sentence) {
        String code = json.path(field).isTextual() ? json.path(field).textValue() : "";
        if (!form.matcher(code).matches()) {
            problem(field, sentence);
            return "";
        }
        return code;
    }

    /** Whether the field is there and not null. */
    boolean has(String field) {
        return json.hasNonNull(field);
    }

    int number(String field, int least, int most) {
        JsonNode node = json.path(field);
        if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
            problem(field, "Skriv et helt tal fra %d til %d.".formatted(least, most));
            return least;
        }
        return node.intValue();
    }

    /** A day between 2000 and 2099; null when it is wrong. */
    @Nullable
    LocalDate day(String field) {
        try {
            LocalDate day = LocalDate.parse(json.path(field).asText());
            if (!day.isBefore(EARLIEST) && day.isBefore(LATEST)) {
                return day;
            }
        } catch (DateTimeParseException noDate) {
            problem(field, "Skriv en dato, der findes, som ÅÅÅÅ-MM-DD.");
            return null;
        }
        problem(field, "Datoen skal ligge mellem 2000 og 2099.");
        return null;
    }

    /** Notes the first sentence of a field. */
    void problem(String field, String sentence) {
        problems.putIfAbsent(field, sentence);
    }

    void when(boolean fault, String field, String sentence) {
        if (fault) {
            problem(field, sentence);
        }
    }

    /** @throws RegisterRefused if anything is wrong */
    void refuse() {
        if (!problems.isEmpty()) {
            throw RegisterRefused.because(problems);
        }
    }
}
