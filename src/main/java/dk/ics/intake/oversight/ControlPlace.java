package dk.ics.intake.oversight;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The last control of a page: the next page begins after it, in whichever order. */
public record ControlPlace(Instant at, String reference, int number, String municipality, String employee) {

    private static final int PARTS = 5;
    private static final int LONGEST = 1000;

    static ControlPlace of(ControlLine line) {
        return new ControlPlace(
                line.at(), line.reference(), line.number(), line.municipality().value(), line.employee());
    }

    /** As a page hands it back. */
    public String written() {
        String text = String.join("\n", at.toString(), reference, Integer.toString(number), municipality, employee);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** None if the text is not one that a page was given. */
    public static Optional<ControlPlace> read(String text) {
        try {
            if (text.length() > LONGEST) {
                return Optional.empty();
            }
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", PARTS);
            return parts.length == PARTS
                    ? Optional.of(new ControlPlace(
                            Instant.parse(parts[0]), parts[1], Integer.parseInt(parts[2]), parts[3], parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    Map<String, Object> values() {
        return Map.of(
                "after_controlled_at", at.atOffset(ZoneOffset.UTC),
                "after_case_reference", reference,
                "after_control_no", number,
                "after_municipality", municipality,
                "after_controlled_by", employee);
    }
}
