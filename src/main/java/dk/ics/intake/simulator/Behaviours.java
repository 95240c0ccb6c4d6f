package dk.ics.intake.simulator;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the next calls meet, by authority and operation; without an entry all goes well. */
public final class Behaviours {

    private final Map<String, Queue<Behaviour>> next = new ConcurrentHashMap<>();

    /** The next call of this operation behaves so; several entries are used up in order. */
    public void next(String authority, String operation, Behaviour behaviour) {
        next.computeIfAbsent(authority + "/" + operation, path -> new ConcurrentLinkedQueue<>())
                .add(behaviour);
    }

    /** All goes well again. */
    public void clear() {
        next.clear();
    }

    @Nullable
    Behaviour take(String authority, String operation) {
        Queue<Behaviour> queue = next.get(authority + "/" + operation);
        return queue == null ? null : queue.poll();
    }
}
