package dk.ics.intake.identity;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.Document;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.time.DanishCalendar;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Notes in the case's documents that the original of the identity document was seen. */
@Component
class OriginalSeen {

    private final Documents documents;
    private final DanishCalendar calendar;

    OriginalSeen(Documents documents, DanishCalendar calendar) {
        this.documents = documents;
        this.calendar = calendar;
    }

    /** The uploaded copy is marked; without one the paper is recorded as seen today. */
    void record(FormSubmission submission, String formId) {
        String type = Objects.requireNonNull(submission.text("identityDocumentType"));
        Act act = new Act(formId, submission.userId(), null);
        List<Document> copies = documents.list(submission.reference()).stream()
                .filter(document -> document.typeCode().equals(type))
                .toList();
        if (copies.isEmpty()) {
            documents.record(submission.reference(), type, calendar.today(), true, act);
        }
        copies.stream()
                .filter(copy -> !copy.seenInOriginal())
                .forEach(copy -> documents.seenInOriginal(submission.reference(), copy.id(), act));
    }
}
