package dk.ics.intake.letter;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letters among the documents of a case, as they went out: journalised with date and short description (offentlighedsloven § 15). */
@Component
class Copies {

    private final Typesetter typesetter;
    private final Documents documents;

    Copies(Typesetter typesetter, Documents documents) {
        this.typesetter = typesetter;
        this.documents = documents;
    }

    /** Not kept. */
    byte[] set(Letter letter, LocalDate date) {
        return typesetter.pdf(letter.sheet(date));
    }

    /** @return the document's id */
    UUID keep(CaseReference reference, Letter letter, LocalDate date, DocumentType type, Act act) {
        DocumentFile file = new DocumentFile(
                "%s %s.pdf".formatted(letter.danishSubject().replaceAll("[^\\p{L}\\p{N} –-]", ""), date),
                "application/pdf",
                typesetter.pdf(letter.sheet(date)));
        return documents.issue(reference, type.code(), file, date, letter.danishSubject(), act);
    }
}
