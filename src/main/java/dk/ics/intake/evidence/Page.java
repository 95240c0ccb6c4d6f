package dk.ics.intake.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the current transaction is going to append; a transaction within it has its own. */
final class Page implements TransactionSynchronization {

    private static final Set<Kind> TAKE_ACTS =
            Set.of(Kind.TASK_COMPLETED, Kind.CLAIM_CHANGED, Kind.CASE_OPENED, Kind.CASE_CLOSED, Kind.CASE_REOPENED);

    /** One entry to come. */
    record Line(Kind kind, @Nullable String userId, Facts facts, List<Map<String, String>> acts) {}

    private final Map<String, List<Line>> lines = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> acts = new TreeMap<>();

    /** The page of the current transaction. */
    static Page current() {
        Page page = find();
        if (page == null) {
            page = new Page();
            TransactionSynchronizationManager.registerSynchronization(page);
        }
        return page;
    }

    /** The page of the current transaction, if something was recorded. */
    static @Nullable Page find() {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Page page) {
                return page;
            }
        }
        return null;
    }

    void add(String chain, Kind kind, @Nullable String userId, Facts facts) {
        lines.computeIfAbsent(chain, of -> new ArrayList<>()).add(new Line(kind, userId, facts, new ArrayList<>()));
    }

    void act(String chain, String code, String userId, @Nullable String outcome) {
        Map<String, String> act = new LinkedHashMap<>();
        act.put("code", code);
        act.put("user", userId);
        if (outcome != null) {
            act.put("outcome", outcome);
        }
        acts.computeIfAbsent(chain, of -> new ArrayList<>()).add(act);
    }

    /** The entries by chain. */
    Map<String, List<Line>> lines() {
        acts.forEach((chain, done) -> {
            List<Line> ofChain = lines.computeIfAbsent(chain, of -> new ArrayList<>());
            ofChain.stream()
                    .filter(line -> TAKE_ACTS.contains(line.kind()))
                    .findFirst()
                    .ifPresentOrElse(
                            line -> line.acts().addAll(done),
                            () -> ofChain.add(new Line(Kind.CASE_ACT, user(done), new Facts(), done)));
        });
        acts.clear();
        return lines;
    }

    private static @Nullable String user(List<Map<String, String>> done) {
        return done.get(0).get("user");
    }
}
