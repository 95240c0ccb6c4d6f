package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Facts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Cases and numbers that a citizen or the citizen's document may already have: who has a number keeps it (cpr.dk
 * »Administrative personnumre«).
 */
@Component
class OtherCases {

    private static final Map<String, String> NUMBERS = Map.of(
            "cprNumber", "CPR-nummer",
            "existingNumber", "Nummer fundet i CPR",
            "danishPersonalNumber", "Oplyst dansk nummer");
    private static final List<String> IN_ORDER = List.of("cprNumber", "existingNumber", "danishPersonalNumber");

    private final CaseFile caseFile;

    OtherCases(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    /** Rows of label and value; a row that says so where nothing is found. */
    List<Map<String, String>> rows(CaseReference reference) {
        Facts facts = new Facts();
        numbers(facts, "i sagen", reference);
        List<CaseFileEntry> others = caseFile.otherCasesOfSamePersonOrDocument(reference);
        others.forEach(other -> {
            facts.add(
                    "Sag " + other.reference().value(),
                    "%s, %s"
                            .formatted(
                                    other.municipality().name(), other.status().equals("open") ? "åben" : "lukket"));
            numbers(facts, "i " + other.reference().value(), other.reference());
        });
        return others.isEmpty()
                ? Stream.concat(
                                facts.rows().stream(),
                                Stream.of(Map.of(
                                        "label", "Sager",
                                        "value", "Ingen andre sager på samme person eller dokument")))
                        .toList()
                : facts.rows();
    }

    private void numbers(Facts facts, String where, CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, IN_ORDER);
        IN_ORDER.forEach(key -> facts.addNumber(NUMBERS.get(key) + " " + where, known.get(key)));
    }
}
