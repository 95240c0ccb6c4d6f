package dk.ics.intake.application;

import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;

/**
 * A file that came with an application; its content is what its content type says.
 *
 * @param scanned whether it was looked through for viruses; otherwise it waits in quarantine
 * @param sent SHA-256 of the bytes as they came, before an image was written anew
 */
public record SubmittedDocument(DocumentType type, DocumentFile file, boolean scanned, String sent) {

    /** Of a file that was examined before. */
    public SubmittedDocument(DocumentType type, DocumentFile file, boolean scanned) {
        this(type, file, scanned, ContentHash.sha256(file.content()));
    }
}
