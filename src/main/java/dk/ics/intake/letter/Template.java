package dk.ics.intake.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A letter before it is filled in: first line the subject, the rest the text. {@code {{key}}} stands for a value; a
 * paragraph whose value is missing is left out. A line that begins with {@code #} is a heading, one with {@code -} an item
 * of a list.
 */
record Template(String subject, String text) {

    static Template of(String step, Language language) {
        return read(step + "." + language.code() + ".txt");
    }

    /**
     * What the mail says when the letter itself does not belong into a mail, which others may read on its way:
     * {@code <step>.mail.<language>.txt}.
     */
    static Optional<Template> notice(String step, Language language) {
        String file = step + ".mail." + language.code() + ".txt";
        return Template.class.getResource(file) == null ? Optional.empty() : Optional.of(read(file));
    }

    private static Template read(String file) {
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

    boolean has(String key) {
        return text.contains("{{" + key + "}}");
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
