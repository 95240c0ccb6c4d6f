package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.time.DanishCalendar;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The certificate on paper that stands in for the card until it comes. It is handed out at the desk; the case keeps that
 * it was. The one place at which a document is issued with the order.
 */
@Service
public class TemporaryCertificates {

    private static final String STEP = "issueTemporaryCertificate";

    private final CaseFile caseFile;
    private final Documents documents;
    private final DanishCalendar calendar;

    TemporaryCertificates(CaseFile caseFile, Documents documents, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.documents = documents;
        this.calendar = calendar;
    }

    /** Issues it to a citizen who wants it, once. */
    @Transactional
    public void issue(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("temporaryCertificate", "temporaryCertificateIssuedOn"));
        if (!"given".equals(known.get("temporaryCertificate")) || known.containsKey("temporaryCertificateIssuedOn")) {
            return;
        }
        Act act = new Act(STEP, Act.SYSTEM, "issued");
        documents.record(reference, DocumentType.TEMPORARY_CERTIFICATE.code(), calendar.today(), false, act);
        caseFile.write(reference, Map.of("temporaryCertificateIssuedOn", calendar.today()), act);
    }
}
