package dk.ics.intake.complaint;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.letter.Letters;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the authority needs that decides the complaint, in one PDF: the complaint and our statement, what happened in the
 * case, and all its papers in the order in which they came.
 */
@Component
class Dossier {

    private static final String STEP = "assembleDossier";
    private static final DocumentType TYPE = DocumentType.COMPLAINT_DOSSIER;

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final Documents documents;
    private final Letters letters;
    private final DanishCalendar calendar;
    private final ComplaintProperties properties;

    Dossier(
            CaseFile caseFile,
            Citizen citizen,
            Documents documents,
            Letters letters,
            DanishCalendar calendar,
            ComplaintProperties properties) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.documents = documents;
        this.letters = letters;
        this.calendar = calendar;
        this.properties = properties;
    }

    void assemble(CaseReference reference) {
        LocalDate today = calendar.today();
        try (Binder binder = new Binder()) {
            byte[] bound = binder.behind(cover(reference, binder));
            DocumentFile file = new DocumentFile("Klagesag %s.pdf".formatted(today), "application/pdf", bound);
            documents.issue(reference, TYPE.code(), file, today, TYPE.danishName(), Act.bySystem(STEP));
        }
    }

    private byte[] cover(CaseReference reference, Binder binder) {
        List<String> enclosed = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (Document paper : documents.list(reference)) {
            if (!paper.typeCode().equals(TYPE.code())) {
                boolean bound =
                        documents.file(reference, paper.id()).map(binder::add).orElse(false);
                (bound ? enclosed : apart).add(line(paper.receivedOn(), name(paper.typeCode())));
            }
        }
        Map<String, Object> complaint = caseFile.read(reference, ComplaintFacts.KEYS);
        String authority = authority(complaint);
        Map<String, Object> values = new HashMap<>();
        values.put("authority", authority.isEmpty() ? "klagemyndigheden" : authority);
        values.put("citizen", lines(citizen.facts(reference)));
        values.put("complaint", lines(ComplaintFacts.rows(complaint)));
        values.put("journal", journal(reference));
        values.put("enclosed", String.join("\n", enclosed));
        values.put("apart", String.join("\n", apart));
        return letters.toAuthority(reference, STEP, authority, values);
    }

    private String authority(Map<String, Object> complaint) {
        return Optional.ofNullable(complaint.get("complaintDecision"))
                .map(ComplainedDecision::of)
                .flatMap(properties::authority)
                .orElse("");
    }

    private static String lines(Facts facts) {
        return facts.rows().stream()
                .map(row -> row.get("label") + ": " + row.get("value"))
                .collect(Collectors.joining("\n"));
    }

    private String journal(CaseReference reference) {
        return caseFile.journalOf(reference).stream()
                .map(entry -> line(LocalDate.ofInstant(entry.at(), DanishCalendar.COPENHAGEN), entry.description()))
                // »Oplysninger ændret« once a day says enough.
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String line(LocalDate day, String text) {
        return "- " + Facts.danish(day) + ": " + text;
    }

    private static String name(String typeCode) {
        return DocumentType.find(typeCode).map(DocumentType::danishName).orElse(typeCode);
    }
}
