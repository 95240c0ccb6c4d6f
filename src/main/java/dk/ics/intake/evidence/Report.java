package dk.ics.intake.evidence;

import java.util.List;
import java.util.Map;

/**
 * What a verification came to.
 *
 * @param findings the first of them
 * @param counts how many there are of each type
 */
public record Report(
        long entries,
        long chains,
        long values,
        long rows,
        long checkpoints,
        List<Finding> findings,
        Map<FindingType, Long> counts) {

    /** Whether nothing was tampered with or lost. */
    public boolean holds() {
        return counts.keySet().stream().noneMatch(FindingType::isAlarm);
    }
}
