package dk.ics.intake.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * Some processes that all run the same program, which reads a request and answers it, and so on until the requests end.
 * Whatever is asked, there is an outcome, within the time and the memory allowed; nothing is kept.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

    private final Class<?> program;
    private final Limits limits;
    private final Semaphore free;
    private final Deque<Child> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService watch;

    /**
     * What asking may cost.
     *
     * @param processes how many run at once on this node
     * @param memory heap of each
     * @param longest how long an answer may take
     * @param patience how long to wait for a free process
     * @param idle after which time without work a process ends
     */
    public record Limits(int processes, DataSize memory, Duration longest, Duration patience, Duration idle) {

        public Limits {
            if (processes < 1) {
                throw new IllegalArgumentException("There must be at least one process");
            }
        }
    }

    /** One question and how its answer is read. */
    public interface Exchange<T> {

        void write(DataOutputStream request) throws IOException;

        T read(DataInputStream answer) throws IOException;
    }

    /** What came of a question. */
    public sealed interface Outcome<T> {

        record Answered<T>(T answer) implements Outcome<T> {}

        /** All processes were busy for too long. */
        record Busy<T>() implements Outcome<T> {}

        /** It took more time or memory than allowed, or the process failed. */
        record Ended<T>() implements Outcome<T> {}
    }

    /** @param program has a {@code main} that serves requests from standard input until they end */
    public Sandbox(Class<?> program, Limits limits) {
        this.program = program;
        this.limits = limits;
        this.free = new Semaphore(limits.processes(), true);
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sandbox-" + program.getSimpleName());
            thread.setDaemon(true);
            return thread;
        });
        long pause = limits.idle().toMillis();
        watch.scheduleWithFixedDelay(this::endIdle, pause, pause, TimeUnit.MILLISECONDS);
    }

    public <T> Outcome<T> ask(Exchange<T> exchange) {
        try {
            if (!free.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome.Busy<>();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Busy<>();
        }
        try {
            return serve(exchange);
        } finally {
            free.release();
        }
    }

    /** A process that fails or takes too long is ended; the next question gets a new one. */
    private <T> Outcome<T> serve(Exchange<T> exchange) {
        Child waiting = idle.pollFirst();
        Child child;
        try {
            child = waiting != null && waiting.isAlive() ? waiting : Child.start(program, limits.memory());
        } catch (IOException e) {
            throw new IllegalStateException("No process could be started to read a file", e);
        }
        ScheduledFuture<?> end = watch.schedule(child::end, limits.longest().toMillis(), TimeUnit.MILLISECONDS);
        try {
            T answer = child.serve(exchange);
            if (end.cancel(false)) {
                idle.addFirst(child);
            }
            return new Outcome.Answered<>(answer);
        } catch (IOException ended) {
            end.cancel(false);
            child.end();
            LOG.warn("{} took more than it may, or failed: {}", program.getSimpleName(), child.fate());
            return new Outcome.Ended<>();
        }
    }

    private void endIdle() {
        idle.removeIf(child -> {
            boolean old = child.hasWaited(limits.idle());
            if (old) {
                child.end();
            }
            return old;
        });
    }

    @Override
    public void close() {
        watch.shutdownNow();
        idle.forEach(Child::end);
    }
}
