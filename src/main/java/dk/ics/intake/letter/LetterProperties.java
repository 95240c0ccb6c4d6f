package dk.ics.intake.letter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code ics.letters}: who writes, where the citizen is asked to come, and who hears complaints.
 *
 * @param from the office's mail address
 * @param officeName name of the office
 * @param officeAddress street, number, postal code and city
 * @param phone telephone; left out of letters if there is none
 * @param openingHours by language, {@code da} and {@code en}; left out if there is none
 * @param complaints by the step that sends the refusal
 */
@ConfigurationProperties("ics.letters")
record LetterProperties(
        String from,
        String officeName,
        String officeAddress,
        @Nullable String phone,
        Map<String, String> openingHours,
        Map<String, Complaint> complaints) {

    /**
     * Whom a citizen complains to of a decision, and when at the latest.
     *
     * @param authority by language, {@code da} and {@code en}
     * @param weeks after the citizen has the decision; a letter says nothing of it where the rules are not known to
     *     state it
     */
    record Complaint(
            Map<String, String> authority, @Nullable Integer weeks) {

        Complaint {
            if (!authority.containsKey("da") || !authority.containsKey("en") || weeks != null && weeks < 1) {
                throw new IllegalArgumentException(
                        "ics.letters.complaints: an authority in da and en, and at least one week");
            }
        }
    }

    LetterProperties(
            @Nullable String from,
            @Nullable String officeName,
            @Nullable String officeAddress,
            @Nullable String phone,
            @Nullable Map<String, String> openingHours,
            @Nullable Map<String, Complaint> complaints) {
        this.from = required("from", from);
        this.officeName = required("office-name", officeName);
        this.officeAddress = required("office-address", officeAddress);
        this.phone = phone;
        this.openingHours = Objects.requireNonNullElse(openingHours, Map.of());
        this.complaints = Objects.requireNonNullElse(complaints, Map.of());
        if (this.from.indexOf('@') < 1) {
            throw new IllegalArgumentException("ics.letters.from is no mail address");
        }
    }

    /** What the ids of our mails end with. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** What every letter of that step may name: the office and, after a refusal, who hears complaints. */
    Map<String, String> texts(String step, Language language) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("officeName", officeName);
        texts.put("officeAddress", officeAddress);
        texts.put("from", from);
        if (phone != null) {
            texts.put("phone", phone);
        }
        texts.put("openingHours", openingHours.getOrDefault(language.code(), ""));
        Complaint complaint = complaints.get(step);
        if (complaint != null) {
            texts.put(
                    "complaintAuthority",
                    Objects.requireNonNull(complaint.authority().get(language.code())));
            if (complaint.weeks() != null) {
                texts.put("complaintWeeks", complaint.weeks().toString());
            }
        }
        texts.values().removeIf(String::isBlank);
        return texts;
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("ics.letters." + name + " is missing");
        }
        return value;
    }
}
