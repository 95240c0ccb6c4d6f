package dk.ics.intake.evidence;

import dk.ics.intake.vault.Vault;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Verifications of this node's own database, one at a time and in the background; the latest are remembered. */
@Service
public class Verifications implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int REMEMBERED = 20;

    private final DataSource dataSource;
    private final EvidenceProperties properties;
    private final CheckpointFolder folder;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final VerificationBook book;
    private final Vault vault;
    private final ExecutorService one = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "evidence-verification");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<UUID, Run> runs = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Run> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** How far a verification has come. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * One verification.
     *
     * @param done entries verified
     * @param total entries there are
     * @param report what it came to, once it is done
     */
    public record Run(
            UUID id,
            String startedBy,
            Instant startedAt,
            State state,
            long done,
            long total,
            @Nullable Report report) {

        Run at(State next, long verified, long all, @Nullable Report result) {
            return new Run(id, startedBy, startedAt, next, verified, all, result);
        }
    }

    Verifications(
            DataSource dataSource,
            EvidenceProperties properties,
            CheckpointFolder folder,
            Checkpoints checkpoints,
            Clock clock,
            VerificationBook book,
            Vault vault) {
        this.dataSource = dataSource;
        this.properties = properties;
        this.folder = folder;
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.book = book;
        this.vault = vault;
    }

    /** Begins one; while another runs it waits for that. */
    public Run start(String userId) {
        Run run = new Run(UUID.randomUUID(), userId, clock.instant(), State.WAITING, 0, 0, null);
        runs.put(run.id(), run);
        one.execute(() -> verify(run));
        return run;
    }

    public Optional<Run> find(UUID id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** The checkpoints from a number on, each as it stands in its file, for whoever collects them elsewhere. */
    public List<String> checkpoints(long from, int atMost) {
        return checkpoints.files(from, atMost);
    }

    private void verify(Run run) {
        try (Connection connection = dataSource.getConnection()) {
            long total = Verification.size(connection);
            runs.put(run.id(), run.at(State.RUNNING, 0, total, null));
            Report report = new Verification(PublicKeys.in(properties.publicKeys()), folder, vault)
                    .run(connection, done -> runs.put(run.id(), run.at(State.RUNNING, done, total, null)));
            book.keep(run, report);
            runs.put(run.id(), run.at(State.DONE, report.entries(), total, report));
            if (!report.holds()) {
                LOG.error("Verification {} of the evidence ledger found {}", run.id(), report.counts());
            }
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.error("Verification {} of the evidence ledger could not be done", run.id(), e);
            runs.put(run.id(), run.at(State.FAILED, 0, 0, null));
        }
    }

    @Override
    public void destroy() {
        one.shutdownNow();
    }
}
