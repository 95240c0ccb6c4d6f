package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldNames;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What forms show of a question to NIDC and of its answer. */
@Component
class NidcFacts {

    private static final List<String> NAMES = List.of("familyName", "givenNames");
    private static final List<String> QUESTION = List.of("nidcQuestion", "nidcMaterial", "nidcForwardedAt");
    private static final List<String> ANSWER = List.of(
            "nidcQuestion",
            "nidcForwardedAt",
            "nidcResult",
            "nidcFinding",
            "nidcReference",
            "nidcJournalNumber",
            "nidcAnsweredOn");
    private static final List<String> DOCUMENT =
            List.of("identityDocumentType", "identityDocumentState", "identityDocumentNumber");
    private static final List<String> RETURN =
            List.of("nidcMaterial", "nidcForwardedAt", "nidcResult", "nidcDocumentReturned");
    private static final Map<String, String> MATERIALS =
            Map.of("original", "Det originale dokument", "copy", "Kopien i sagen");
    private static final Map<String, String> RESULTS = Map.of(
            "authentic", "Dokumentet vurderes ægte",
            "inconclusive", "Det kan ikke afgøres, om dokumentet er ægte",
            "forged", "Dokumentet vurderes falsk eller forfalsket",
            "declined", "NIDC har ikke undersøgt dokumentet");

    private final CaseFile caseFile;
    private final NidcPapers papers;

    NidcFacts(CaseFile caseFile, NidcPapers papers) {
        this.caseFile = caseFile;
        this.papers = papers;
    }

    /** What NIDC is to get, or has got. */
    Facts question(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, QUESTION);
        Map<String, Object> document = caseFile.read(reference, DOCUMENT);
        Facts facts = new Facts()
                .add("Borger", Citizen.name(caseFile.read(reference, NAMES)))
                .add("Sagens nummer", reference.value());
        DOCUMENT.forEach(key -> {
            Object value = document.get(key);
            facts.add(FieldNames.of(key), value == null ? null : FieldNames.value(key, value));
        });
        return facts.add("Kopier i sagen", papers.inTheCase(reference))
                .add("Spørgsmål", known.get("nidcQuestion"))
                .add("Undersøges på", MATERIALS.get(String.valueOf(known.get("nidcMaterial"))))
                .add("Sendt", known.get("nidcForwardedAt"));
    }

    /** NIDC's statement, with the question it answers; nothing while NIDC has not been asked. */
    Facts answer(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, ANSWER);
        return new Facts()
                .add("Udtalelse", RESULTS.get(String.valueOf(known.get("nidcResult"))))
                .add("Det vigtigste", known.get("nidcFinding"))
                .add("Svarets dato", known.get("nidcAnsweredOn"))
                .add("NIDC's sagsnummer", known.get("nidcReference"))
                .add("NIDC's journalnummer", known.get("nidcJournalNumber"))
                .add("Vores spørgsmål", known.get("nidcQuestion"))
                .add("Sendt", known.get("nidcForwardedAt"));
    }

    boolean isAnswered(CaseReference reference) {
        return caseFile.read(reference, List.of("nidcResult")).containsKey("nidcResult");
    }

    /** Whether somebody has to say that the document has come back: NIDC returns what it has examined. */
    boolean isReturnAsked(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, RETURN);
        return "original".equals(known.get("nidcMaterial"))
                && known.containsKey("nidcForwardedAt")
                && !"returned".equals(known.get("nidcDocumentReturned"));
    }

    /** Whether NIDC found this document forged; another one may be genuine. */
    boolean isForged(CaseReference reference, Object documentNumber) {
        Map<String, Object> known = caseFile.read(reference, List.of("nidcResult", "nidcDocumentNumber"));
        return "forged".equals(known.get("nidcResult"))
                && known.getOrDefault("nidcDocumentNumber", documentNumber).equals(documentNumber);
    }
}
