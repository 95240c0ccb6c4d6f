package dk.ics.intake.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a case, without its content.
 *
 * @param typeCode what it is, the code of a {@link DocumentType}
 * @param fileName name of the uploaded file; null for a paper that was only seen
 * @param contentType {@code application/pdf}, {@code image/jpeg} or {@code image/png}
 * @param size bytes
 * @param sha256 of the content, hexadecimal
 * @param seenInOriginal whether a caseworker has seen the original
 * @param receivedOn the day it came, or was handed out if it is {@linkplain #isIssued() ours}
 * @param source where it came from, for example {@code application}
 * @param recordedBy the user, or {@code system}
 */
public record Document(
        UUID id,
        CaseReference reference,
        String typeCode,
        @Nullable String fileName,
        @Nullable String contentType,
        @Nullable Integer size,
        @Nullable String sha256,
        LocalDate receivedOn,
        boolean seenInOriginal,
        String source,
        Instant recordedAt,
        String recordedBy) {

    /** The source of what was made here. */
    static final String OUTGOING = "outgoing";

    /** Whether it went out, not in. */
    public boolean isIssued() {
        return source.equals(OUTGOING);
    }

    /** Masked: file names hold people's names. */
    @Override
    public String toString() {
        return "Document[" + reference + ", " + typeCode + ", " + id + "]";
    }
}
