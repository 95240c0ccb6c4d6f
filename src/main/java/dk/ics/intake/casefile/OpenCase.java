package dk.ics.intake.casefile;

import java.util.Map;

/**
 * Another open case whose person shows the same identity document.
 *
 * @param person the person's fields of that case by key, to be shown beside the case at hand
 */
public record OpenCase(CaseFileEntry entry, Map<String, Object> person) {

    /** Masked: only the reference. */
    @Override
    public String toString() {
        return "OpenCase[" + entry.reference() + "]";
    }
}
