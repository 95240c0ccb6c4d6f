package dk.ics.intake.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Gathers findings; of a great many it keeps the first, and the count of all. */
final class Findings {

    private static final int KEPT = 1000;
    private static final int OF_A_TYPE = 100;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<FindingType, AtomicLong> counts = new EnumMap<>(FindingType.class);
    private final LongConsumer progress;

    Findings(LongConsumer progress) {
        this.progress = progress;
    }

    void add(Finding finding) {
        long ofType =
                counts.computeIfAbsent(finding.type(), of -> new AtomicLong()).incrementAndGet();
        if (kept.size() < KEPT && ofType <= OF_A_TYPE) {
            kept.add(finding);
        }
    }

    void progress(long entries) {
        progress.accept(entries);
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    Map<FindingType, Long> counts() {
        Map<FindingType, Long> plain = new EnumMap<>(FindingType.class);
        counts.forEach((type, count) -> plain.put(type, count.get()));
        return plain;
    }
}
