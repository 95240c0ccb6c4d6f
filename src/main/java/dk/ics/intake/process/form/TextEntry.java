package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.casefile.CaseText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a text field or a text area: plain text of a length, without anything a page or the engine would run. */
final class TextEntry {

    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_TEXT = 4000;

    private static final Pattern CODE = Pattern.compile("<[A-Za-z/!?]|\\$\\{|#\\{|\\{\\{");
    private static final Pattern MACHINE_READABLE = Pattern.compile("[A-Z0-9<\\s]+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{2,60}");
    private static final Pattern PHONE = Pattern.compile("[+]?[0-9 ()-]{5,25}");

    private TextEntry() {}

    static Reading read(FormField field, JsonNode entry) {
        if (!entry.isTextual()) {
            return Reading.refused("Skriv en tekst.");
        }
        String typed = entry.asText();
        boolean lines = field.type().equals("textarea");
        if (!CaseText.isClean(typed) || !lines && typed.strip().chars().anyMatch(sign -> sign < ' ')) {
            return Reading.refused(
                    "Feltet må ikke indeholde usynlige tegn. Skriv teksten i stedet for at indsætte den.");
        }
        String text = CaseText.normalise(typed);
        if (text.isEmpty()) {
            return Reading.EMPTY;
        }
        String problem = problem(field, text, lines);
        return problem == null ? Reading.of(text) : Reading.refused(problem);
    }

    private static @Nullable String problem(FormField field, String text, boolean lines) {
        int length = text.codePointCount(0, text.length());
        int longest = field.limit("maxLength", lines ? LONGEST_TEXT : LONGEST_LINE);
        int shortest = field.limit("minLength", 0);
        if (length > longest) {
            return "Teksten er for lang: højst %d tegn.".formatted(longest);
        }
        if (CODE.matcher(text).find() && !isMachineReadable(field, text)) {
            return "Feltet må ikke indeholde koder, fx <…>, ${…} eller #{…}.";
        }
        if (length < shortest) {
            return "Teksten er for kort: mindst %d tegn.".formatted(shortest);
        }
        return formProblem(field, text);
    }

    /** The lines at the foot of a passport are full of {@code <}; without {@code >} and lower case they are no code. */
    private static boolean isMachineReadable(FormField field, String text) {
        return field.component().path("properties").path("machineReadable").asBoolean()
                && MACHINE_READABLE.matcher(text).matches();
    }

    private static @Nullable String formProblem(FormField field, String text) {
        String pattern = field.rule("pattern");
        if (pattern != null && !Pattern.compile(pattern).matcher(text).find()) {
            return field.component()
                    .path("properties")
                    .path("patternMessage")
                    .asText("Teksten har ikke den rigtige form. Se vejledningen ved feltet.");
        }
        String kind = field.rule("validationType");
        if ("email".equals(kind) && !EMAIL.matcher(text).matches()) {
            return "Skriv en e-mailadresse, fx navn@eksempel.dk.";
        }
        if ("phone".equals(kind) && !PHONE.matcher(text).matches()) {
            return "Skriv et telefonnummer, fx +45 12 34 56 78.";
        }
        return null;
    }
}
