package dk.ics.intake.selfservice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An application that is not sent yet.
 *
 * @param language of the pages, ISO 639-1
 * @param expiresAt when it is removed unless it is changed before
 */
public record Draft(UUID id, String language, DraftContent content, List<DraftFile> files, Instant expiresAt) {

    /** The files of one person. */
    public List<DraftFile> filesOf(int person) {
        return files.stream().filter(file -> file.person() == person).toList();
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
