package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.Quarantine;
import dk.ics.intake.upload.Scanner;
import dk.ics.intake.upload.Scanner.Verdict;
import dk.ics.intake.upload.UploadProperties;
import dk.ics.intake.visitation.RequiredPapers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scans the files that wait in quarantine, each in a transaction of its own: clean ones go where they were meant to, the
 * others lose their content. Every node does it; a file that one looks at is passed over by the others.
 */
@Component
public class Rescanning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rescanning.class);

    /** A scanner that is away costs its timeout each time; a file it cannot scan must not stop the others. */
    private static final int SILENT_IN_A_ROW = 3;

    private final DraftFiles drafts;
    private final Quarantine quarantine;
    private final CaseFile caseFile;
    private final RequiredPapers papers;
    private final Scanner scanner;
    private final TransactionTemplate transaction;
    private final Duration every;
    private final AtomicInteger waiting = new AtomicInteger();
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();

    Rescanning(
            DraftFiles drafts,
            Quarantine quarantine,
            CaseFile caseFile,
            RequiredPapers papers,
            Scanner scanner,
            TransactionTemplate transaction,
            UploadProperties properties,
            MeterRegistry meters) {
        this.drafts = drafts;
        this.quarantine = quarantine;
        this.caseFile = caseFile;
        this.papers = papers;
        this.scanner = scanner;
        this.transaction = transaction;
        this.every = properties.rescanEvery();
        scheduler.setThreadNamePrefix("rescanning-");
        Gauge.builder("ics.upload.waiting", waiting, AtomicInteger::get)
                .description("Files that waited for the virus scanner when it was last asked about them")
                .register(meters);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!every.isZero()) {
            scheduler.scheduleWithFixedDelay(this::tryAll, every);
        }
    }

    private void tryAll() {
        try {
            rescan();
        } catch (RuntimeException e) {
            LOG.error("Files in quarantine were not scanned, the next try is in {}", every, e);
        }
    }

    /** Looks at every file that waits, as long as the scanner answers. */
    public void rescan() {
        List<UUID> ofDrafts = drafts.waiting();
        List<UUID> ofCases = quarantine.waiting();
        waiting.set(ofDrafts.size() + ofCases.size());
        all(ofDrafts, this::ofDraft);
        all(ofCases, this::ofCase);
    }

    /** A file that cannot be looked at does not stop the others. */
    private void all(List<UUID> waiting, Function<UUID, Verdict> look) {
        int silent = 0;
        for (UUID file : waiting) {
            if (silent == SILENT_IN_A_ROW) {
                return;
            }
            try {
                Verdict verdict = transaction.execute(status -> look.apply(file));
                silent = verdict == Verdict.UNKNOWN ? silent + 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("File {} in quarantine could not be looked at", file, e);
            }
        }
    }

    private Verdict ofDraft(UUID id) {
        return drafts.lockWaiting(id)
                .map(file -> {
                    Verdict verdict = scanner.scan(file.file().content());
                    if (verdict != Verdict.UNKNOWN) {
                        drafts.scanned(id, verdict == Verdict.CLEAN);
                    }
                    return verdict;
                })
                .orElse(Verdict.CLEAN);
    }

    private Verdict ofCase(UUID id) {
        return quarantine
                .lockWaiting(id)
                .map(file -> {
                    Verdict verdict = scanner.scan(file.file().content());
                    if (verdict == Verdict.CLEAN) {
                        quarantine.release(file);
                        if (caseFile.get(file.reference()).isOpen()) {
                            papers.strikeReceived(file.reference());
                        }
                    } else if (verdict == Verdict.INFECTED) {
                        quarantine.refuse(file);
                    }
                    return verdict;
                })
                .orElse(Verdict.CLEAN);
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
