package dk.ics.intake.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A letter before it is filled in: first line the subject, the rest the text. {@code {{key}}} stands for a value; a
 * paragraph whose value is missing is left out.
 */
record Template(String subject, String text) {

    static Template of(String step, Language language) {
        String file = step + "." + language.code() + ".txt";
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no letter " + file);
            }
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            return new Template(parts[0].strip(), parts[1].strip() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Template fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (String paragraph : text.split("\n\n", -1)) {
            String written = replace(paragraph, values);
            if (!written.contains("{{")) {
                filled.append(filled.isEmpty() ? "" : "\n\n").append(written);
            }
        }
        return new Template(replace(subject, values), filled.toString());
    }

    private static String replace(String text, Map<String, String> values) {
        String written = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            // A caseworker's own words cannot bring a placeholder along.
            written = written.replace(
                    "{{" + value.getKey() + "}}", value.getValue().replace("{{", "{ {"));
        }
        return written;
    }
}
