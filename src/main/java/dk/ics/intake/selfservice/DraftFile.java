package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.DocumentType;
import java.util.List;
import java.util.UUID;

/**
 * A file of a draft, without its content.
 *
 * @param person the number of the person whose paper it is
 * @param size in bytes
 * @param hints codes of what may be hard to read ({@code Uploads})
 */
public record DraftFile(
        UUID id, int person, DocumentType type, String fileName, int size, Scan scan, List<String> hints) {

    /** What the virus scanner said. */
    public enum Scan {
        CLEAN,
        /** It was not there: the file goes along and is looked at later. */
        WAITING,
        /** The content is thrown away; the line stays until the citizen has seen it. */
        REFUSED
    }

    /** Masked: people name files after themselves. */
    @Override
    public String toString() {
        return "DraftFile[" + id + "]";
    }
}
