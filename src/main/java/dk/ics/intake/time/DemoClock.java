package dk.ics.intake.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * The demo's clock: the real time plus one offset kept in the database. Every node looks the offset up once a second, so
 * that they all follow within that second.
 */
public final class DemoClock extends Clock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock real;
    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private volatile Duration offset = Duration.ZERO;

    /** @param real what the offset is added to; its zone is this clock's zone */
    DemoClock(JdbcClient jdbc, Clock real) {
        this.jdbc = jdbc;
        this.real = real;
        look();
        scheduler.setThreadNamePrefix("demo-clock-");
        scheduler.scheduleWithFixedDelay(this::lookOrKeep, LOOK_EVERY);
    }

    /** How far this clock is ahead of the real time. */
    public Duration offset() {
        return offset;
    }

    /** Tells the follower the offset now and whenever it changes. */
    public void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(offset);
    }

    /**
     * Moves the clocks of all nodes ahead.
     *
     * @throws IllegalArgumentException for a negative time: what has happened cannot lie in the future
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("The clock only goes forward");
        }
        jdbc.sql("update ics.clock_offset set offset_seconds = offset_seconds + :seconds")
                .param("seconds", time.toSeconds())
                .update();
        look();
    }

    private synchronized void look() {
        Duration kept = Duration.ofSeconds(jdbc.sql("select offset_seconds from ics.clock_offset")
                .query(Long.class)
                .single());
        if (!kept.equals(offset)) {
            offset = kept;
            followers.forEach(follower -> follower.accept(kept));
        }
    }

    private void lookOrKeep() {
        try {
            look();
        } catch (DataAccessException e) {
            LOG.warn("The demo clock keeps its offset {}, the database does not answer", offset, e);
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Clock here = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return here.withZone(other);
            }

            @Override
            public Instant instant() {
                return here.instant();
            }
        };
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
