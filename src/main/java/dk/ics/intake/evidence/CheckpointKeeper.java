package dk.ics.intake.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Makes and exports checkpoints at the set pace. A failure is in the log, the health and the figures, and tried again the
 * next time; it stops nobody's work.
 */
@Component("evidenceHealthIndicator")
class CheckpointKeeper implements HealthIndicator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointKeeper.class);

    private final Checkpoints checkpoints;
    private final Duration every;
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private volatile long lastDone = System.nanoTime();
    private volatile @Nullable String failure;

    CheckpointKeeper(Checkpoints checkpoints, EvidenceProperties properties, MeterRegistry meters) {
        this.checkpoints = checkpoints;
        this.every = properties.checkpointEvery();
        scheduler.setThreadNamePrefix("evidence-");
        Gauge.builder("ics.evidence.checkpoint.age", this, CheckpointKeeper::age)
                .description("Time since everything appended was signed and exported")
                .baseUnit("seconds")
                .register(meters);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!every.isZero()) {
            scheduler.scheduleWithFixedDelay(this::keep, every);
        }
    }

    /** One round. */
    void keep() {
        try {
            checkpoints.take();
            checkpoints.export();
            lastDone = System.nanoTime();
            failure = null;
        } catch (RuntimeException e) {
            failure = e.getClass().getSimpleName();
            LOG.error("The evidence ledger was not signed or not exported, the next try is in {}", every, e);
        }
    }

    @Override
    public Health health() {
        Health.Builder health = failure == null || age() < OpenWindow.LENGTH.toSeconds() ? Health.up() : Health.down();
        if (failure != null) {
            health.withDetail("failure", failure);
        }
        return health.build();
    }

    private double age() {
        return every.isZero()
                ? 0
                : Duration.ofNanos(System.nanoTime() - lastDone).toMillis() / 1000.0;
    }

    /** What was done last is signed too. */
    @Override
    public void close() {
        scheduler.close();
        if (!every.isZero()) {
            keep();
        }
    }
}
