package dk.ics.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.casefile.CaseText;
import org.jspecify.annotations.Nullable;

/** Reads one text: clean, plain, not too long, in the form the rule asks for. */
final class TextReading {

    private TextReading() {}

    static @Nullable String read(JsonNode node, ValueRule.Text rule, String path, Problems problems) {
        if (!node.isTextual()) {
            problems.add(path, "text");
            return null;
        }
        String written = node.textValue();
        if (written.length() > 10 * rule.maxLength() || written.strip().length() > rule.maxLength()) {
            problems.add(path, "text.long", rule.maxLength());
        } else if (!CaseText.isClean(written)
                || !rule.lines() && written.chars().anyMatch(c -> c < ' ')) {
            problems.add(path, "text.control");
        } else if (CaseText.holdsCode(written)) {
            problems.add(path, "text.code");
        } else {
            String text = CaseText.normalise(written);
            if (text.isEmpty()) {
                return null;
            }
            if (rule.pattern() == null || rule.pattern().matcher(text).matches()) {
                return text;
            }
            problems.add(path, rule.refusal());
        }
        return null;
    }
}
