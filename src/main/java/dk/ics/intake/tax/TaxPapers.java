package dk.ics.intake.tax;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.FreeMovement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What form 04.063 is sent with (skat.dk oid=1899274). */
@Component
class TaxPapers {

    private static final Set<String> ENCLOSED = Set.of(
            "taxForm", "employmentContract", "passport", "identityCard", "marriageCertificate", "residencePermit");

    private final Documents documents;

    TaxPapers(Documents documents) {
        this.documents = documents;
    }

    /** A marriage certificate is enclosed by those who are married. */
    static boolean needsMarriageCertificate(Map<String, Object> person) {
        return "married".equals(person.get("maritalStatus"));
    }

    /** The permit to stay and work is enclosed by those who are no citizens of EU, EEA or Switzerland. */
    static boolean needsPermit(Map<String, Object> person) {
        return person.containsKey("citizenship") && !FreeMovement.covers(person.get("citizenship"));
    }

    /** The names of the papers of the case that go with the form, with commas between them. */
    String inTheCase(CaseReference reference) {
        return documents.types(reference).stream()
                .filter(ENCLOSED::contains)
                .map(DocumentType::find)
                .flatMap(Optional::stream)
                .map(DocumentType::danishName)
                .collect(Collectors.joining(", "));
    }

    /** What the journal says of papers that went (offentlighedsloven § 15: each with a short description). */
    static String sent(Collection<String> types) {
        String enclosed = types.stream()
                .filter(type -> !type.equals(DocumentType.TAX_FORM.code()))
                .map(DocumentType::find)
                .flatMap(Optional::stream)
                .map(DocumentType::danishName)
                .distinct()
                .collect(Collectors.joining(", "));
        return "Dokument sendt til Skattestyrelsen: " + DocumentType.TAX_FORM.danishName()
                + (enclosed.isEmpty() ? "" : ". Bilag: " + enclosed);
    }

    /** The same of the papers that go from the case. */
    String sentFrom(CaseReference reference) {
        return sent(documents.types(reference).stream()
                .filter(ENCLOSED::contains)
                .sorted()
                .toList());
    }

    /** The files as they are sent. */
    List<Map<String, Object>> files(CaseReference reference) {
        List<Map<String, Object>> papers = new ArrayList<>();
        for (Document document : documents.list(reference)) {
            Optional<DocumentFile> file = documents.file(reference, document.id());
            if (ENCLOSED.contains(document.typeCode()) && file.isPresent()) {
                papers.add(Map.of(
                        "type", document.typeCode(),
                        "contentType", file.get().contentType(),
                        "content", Base64.getEncoder().encodeToString(file.get().content())));
            }
        }
        return papers;
    }
}
