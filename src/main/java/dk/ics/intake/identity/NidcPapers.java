package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What NIDC gets with a question: an electronic copy of the document, and a face photo if there is one (nidc.dk,
 * »Dokumenter genstand for ægthedsvurdering«).
 */
@Component
class NidcPapers {

    private final CaseFile caseFile;
    private final Documents documents;

    NidcPapers(CaseFile caseFile, Documents documents) {
        this.caseFile = caseFile;
        this.documents = documents;
    }

    /** The files as they are sent. */
    List<Map<String, Object>> files(CaseReference reference) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Document paper : papers(reference)) {
            Optional<DocumentFile> file = documents.file(reference, paper.id());
            file.ifPresent(copy -> files.add(Map.of(
                    "type", paper.typeCode(),
                    "contentType", copy.contentType(),
                    "content", Base64.getEncoder().encodeToString(copy.content()))));
        }
        return files;
    }

    /** The names of the papers of the case that go along, with commas between them. */
    String inTheCase(CaseReference reference) {
        return names(papers(reference).stream()
                .filter(paper -> paper.size() != null)
                .map(Document::typeCode)
                .toList());
    }

    /** What the journal says of papers that went (offentlighedsloven § 15: each with a short description). */
    String sent(CaseReference reference) {
        String papers = inTheCase(reference);
        return "Spørgsmål om dokument sendt til NIDC" + (papers.isEmpty() ? "" : ". Bilag: " + papers);
    }

    private List<Document> papers(CaseReference reference) {
        Object examined =
                caseFile.read(reference, List.of("identityDocumentType")).get("identityDocumentType");
        return documents.list(reference).stream()
                .filter(paper ->
                        paper.typeCode().equals(examined) || paper.typeCode().equals(DocumentType.PHOTOGRAPH.code()))
                .toList();
    }

    private static String names(Collection<String> types) {
        return types.stream()
                .map(DocumentType::find)
                .flatMap(Optional::stream)
                .map(DocumentType::danishName)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
