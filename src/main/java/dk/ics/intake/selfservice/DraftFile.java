package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.DocumentType;
import java.util.UUID;

/**
 * A file of a draft, without its content.
 *
 * @param person the number of the person whose paper it is
 * @param size in bytes
 */
public record DraftFile(UUID id, int person, DocumentType type, String fileName, int size) {

    /** Masked: people name files after themselves. */
    @Override
    public String toString() {
        return "DraftFile[" + id + "]";
    }
}
