package dk.ics.intake.selfservice;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

/** Removes drafts and links that are over. A failure is logged and tried again the next time. */
@Component
class Sweeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final ApplicationDrafts drafts;
    private final StatusLinks links;
    private final Duration every;
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();

    Sweeping(ApplicationDrafts drafts, StatusLinks links, SelfServiceProperties properties) {
        this.drafts = drafts;
        this.links = links;
        this.every = properties.sweepEvery();
        scheduler.setThreadNamePrefix("sweeping-");
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!every.isZero()) {
            scheduler.scheduleWithFixedDelay(this::sweep, every);
        }
    }

    void sweep() {
        try {
            int removed = drafts.removeExpired();
            links.removeExpired();
            if (removed > 0) {
                LOG.info("{} drafts were over and are removed", removed);
            }
        } catch (RuntimeException e) {
            LOG.error("Drafts that are over were not removed, the next try is in {}", every, e);
        }
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
