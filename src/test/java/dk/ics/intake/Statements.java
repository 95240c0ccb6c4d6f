package dk.ics.intake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The statements that this thread sends to the database, ours and the engine's, as their own logging names them. */
public final class Statements extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final List<String> SOURCES =
            List.of("org.springframework.jdbc.core", "org.camunda.bpm.engine.impl.persistence");
    private static final Predicate<String> A_STATEMENT =
            line -> line.startsWith("Executing prepared SQL statement") || line.startsWith("==>  Preparing");

    private final String thread;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<@Nullable Level> before;

    private Statements(String thread) {
        this.thread = thread;
        start();
        before = SOURCES.stream().map(name -> logger(name).getLevel()).toList();
        SOURCES.forEach(name -> {
            logger(name).setLevel(Level.DEBUG);
            logger(name).setAdditive(false);
            logger(name).addAppender(this);
        });
    }

    /** How many statements the work takes. */
    public static List<String> of(Runnable work) {
        try (Statements statements = new Statements(Thread.currentThread().getName())) {
            work.run();
            return List.copyOf(statements.seen);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        String line = event.getFormattedMessage();
        if (event.getThreadName().equals(thread) && A_STATEMENT.test(line)) {
            seen.add(line);
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < SOURCES.size(); i++) {
            Logger logger = logger(SOURCES.get(i));
            logger.detachAppender(this);
            logger.setAdditive(true);
            logger.setLevel(before.get(i));
        }
        stop();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
