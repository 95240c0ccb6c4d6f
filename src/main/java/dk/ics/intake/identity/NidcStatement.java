package dk.ics.intake.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.casefile.CaseText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A statement as NIDC sends it: result, its own case number, the journal number, the day, and perhaps words. */
record NidcStatement(String result, String reference, String journalNumber, LocalDate on, String finding) {

    private static final Set<String> RESULTS = Set.of("authentic", "inconclusive", "forged");
    private static final String NUMBER = "[A-Za-z0-9./-]{1,40}";
    private static final int LONGEST = 4000;

    /** Empty if it does not say what was found, when, and under which number. */
    static Optional<NidcStatement> read(JsonNode content) {
        String result = content.path("result").asText();
        String reference = content.path("caseNumber").asText();
        Optional<LocalDate> on = day(content.path("issuedOn").asText());
        if (!RESULTS.contains(result) || !reference.matches(NUMBER) || on.isEmpty()) {
            return Optional.empty();
        }
        String journal = content.path("journalNumber").asText();
        String finding = content.path("finding").asText();
        return Optional.of(new NidcStatement(
                result,
                reference,
                journal.matches(NUMBER) ? journal : "",
                on.get(),
                finding.length() <= LONGEST && CaseText.isClean(finding) ? finding : ""));
    }

    /** As the case file keeps it. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("nidcResult", result);
        fields.put("nidcReference", reference);
        fields.put("nidcAnsweredOn", on);
        if (!journalNumber.isBlank()) {
            fields.put("nidcJournalNumber", journalNumber);
        }
        if (!finding.isBlank()) {
            fields.put("nidcFinding", finding);
        }
        return fields;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** Masked: it is about a person. */
    @Override
    public String toString() {
        return "NidcStatement[masked]";
    }
}
