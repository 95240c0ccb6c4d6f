package dk.ics.intake.casefile;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** How text gets into the case file: composed (NFC), trimmed, with plain line ends and nothing invisible in it. */
public final class CaseText {

    /** The start of a tag, a comment or an expression of a template language. */
    private static final Pattern CODE = Pattern.compile("<[a-zA-Z/!?]|[$#]\\{");

    private CaseText() {}

    /**
     * The text as the case file keeps it; empty if nothing but blanks was entered.
     *
     * @throws IllegalArgumentException if it holds {@linkplain #isClean characters that no text has}
     */
    public static String normalise(String text) {
        if (!isClean(text)) {
            throw new IllegalArgumentException("Text holds control characters");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    /**
     * Whether the text is free of what no keyboard writes: control characters other than tabulator and line end, half
     * surrogate pairs, code points that are no characters, and marks that turn the direction of reading (they make a
     * text look other than it is).
     */
    public static boolean isClean(String text) {
        return text.codePoints().allMatch(CaseText::isPossible);
    }

    /** Whether the text holds HTML or an expression such as {@code ${7*7}}; a lone {@code <} is text. */
    public static boolean holdsCode(String text) {
        return CODE.matcher(text).find();
    }

    private static boolean isPossible(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return true;
        }
        boolean turnsDirection =
                codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> !turnsDirection && codePoint != 0xFEFF;
        };
    }
}
