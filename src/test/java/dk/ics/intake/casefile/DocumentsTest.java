package dk.ics.intake.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.municipality.Municipalities;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class DocumentsTest {

    private static final Act ACT = new Act("receiveDocuments", "visitation", null);
    private static final DocumentFile CONTRACT =
            new DocumentFile(" lejekontrakt.pdf ", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Test
    void an_uploaded_file_is_kept_with_its_fingerprint() {
        CaseReference reference = open();

        UUID id = documents.add(reference, "proofOfAddress", CONTRACT, "application", ACT);

        assertThat(documents.list(reference))
                .singleElement()
                .returns(id, Document::id)
                .returns("lejekontrakt.pdf", Document::fileName)
                .returns(8, Document::size)
                .returns("86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b", Document::sha256)
                .returns(LocalDate.of(2026, 3, 2), Document::receivedOn)
                .returns(false, Document::seenInOriginal)
                .returns("visitation", Document::recordedBy);
        assertThat(documents.file(reference, id).orElseThrow().content()).isEqualTo(CONTRACT.content());
        assertThat(caseFile.journalOf(reference))
                .extracting(JournalEntry::description)
                .contains("Dokument modtaget: Dokumentation for bopæl");
    }

    @Test
    void a_paper_seen_at_the_desk_needs_no_file() {
        CaseReference reference = open();

        UUID id = documents.record(reference, "passport", LocalDate.of(2026, 2, 27), true, ACT);

        assertThat(documents.list(reference))
                .singleElement()
                .returns(true, Document::seenInOriginal)
                .returns(LocalDate.of(2026, 2, 27), Document::receivedOn)
                .returns(null, Document::fileName);
        assertThat(documents.file(reference, id)).isEmpty();
    }

    @Test
    void an_original_can_be_seen_later() {
        CaseReference reference = open();
        UUID id = documents.add(reference, "passport", CONTRACT, "application", ACT);

        documents.seenInOriginal(reference, id, ACT);

        assertThat(documents.list(reference)).singleElement().returns(true, Document::seenInOriginal);
    }

    @Test
    void a_document_is_reached_through_its_own_case_only() {
        CaseReference mine = open();
        CaseReference others = open();
        UUID id = documents.add(others, "passport", CONTRACT, "application", ACT);

        assertThat(documents.file(mine, id)).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> documents.seenInOriginal(mine, id, ACT));
        assertThat(documents.list(mine)).isEmpty();
    }

    @Test
    void types_are_listed_once() {
        CaseReference reference = open();
        documents.add(reference, "passport", CONTRACT, "application", ACT);
        documents.record(reference, "passport", LocalDate.of(2026, 3, 2), true, ACT);
        documents.record(reference, "taxForm", LocalDate.of(2026, 3, 2), true, ACT);

        assertThat(documents.types(reference)).containsExactly("passport", "taxForm");
    }

    @Test
    void an_unknown_type_is_refused() {
        CaseReference reference = open();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> documents.add(reference, "libraryCard", CONTRACT, "application", ACT));
    }

    private CaseReference open() {
        return caseFile.open(Municipalities.HOST, "euWorker", "selfService", ACT);
    }
}
