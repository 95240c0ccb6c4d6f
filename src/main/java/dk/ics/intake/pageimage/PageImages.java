package dk.ics.intake.pageimage;

import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.pageimage.PageImage.NotShown;
import dk.ics.intake.pageimage.PageImage.Reason;
import jakarta.annotation.PreDestroy;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Draws pages of documents. Whatever is in the file, there is an answer, within the time and the memory that {@link
 * PageImageProperties} allow; nothing is kept, neither on disk nor in memory.
 */
@Service
@EnableConfigurationProperties(PageImageProperties.class)
public class PageImages {

    private static final Logger LOG = LoggerFactory.getLogger(PageImages.class);

    private final PageImageProperties properties;
    private final Semaphore free;
    private final Deque<Painter> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "page-images");
        thread.setDaemon(true);
        return thread;
    });

    PageImages(PageImageProperties properties) {
        this.properties = properties;
        this.free = new Semaphore(properties.painters(), true);
        long pause = properties.idle().toMillis();
        watch.scheduleWithFixedDelay(() -> endIdle(properties.idle()), pause, pause, TimeUnit.MILLISECONDS);
    }

    /** @param page from 1 */
    public PageImage of(DocumentFile file, int page) {
        if (page < 1) {
            return new NotShown(Reason.NO_SUCH_PAGE);
        }
        try {
            if (!free.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new NotShown(Reason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotShown(Reason.BUSY);
        }
        try {
            return paint(file, page);
        } finally {
            free.release();
        }
    }

    /** A painter that fails or takes too long is ended; the next page gets a new one. */
    private PageImage paint(DocumentFile file, int page) {
        Painter waiting = idle.pollFirst();
        Painter painter;
        try {
            painter = waiting != null && waiting.isAlive() ? waiting : Painter.start(properties.memory());
        } catch (IOException e) {
            throw new IllegalStateException("No process could be started to draw a page", e);
        }
        ScheduledFuture<?> end =
                watch.schedule(painter::end, properties.longest().toMillis(), TimeUnit.MILLISECONDS);
        try {
            PageImage image = painter.paint(file, page);
            if (end.cancel(false)) {
                idle.addFirst(painter);
            }
            return image;
        } catch (IOException ended) {
            end.cancel(false);
            painter.end();
            LOG.warn("A page took more than it may, or its painter failed: {}", painter.fate());
            return new NotShown(Reason.TOO_DEMANDING);
        }
    }

    private void endIdle(Duration since) {
        idle.removeIf(painter -> {
            boolean old = painter.hasWaited(since);
            if (old) {
                painter.end();
            }
            return old;
        });
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
        idle.forEach(Painter::end);
    }
}
