package dk.ics.intake.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs the engine's jobs by hand, so that a test knows what has been done when it looks. */
public final class JobRunner {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ManagementService management;

    public JobRunner(ManagementService management) {
        this.management = management;
    }

    /** Runs every job that is due until none is left; one that fails is an error of the test. */
    public void runAll() {
        for (var jobs = due(); !jobs.isEmpty(); jobs = due()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** Runs jobs until it has come to pass, also by what an authority sends in the meantime. */
    public void runUntil(BooleanSupplier condition) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        runAll();
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("It has not come to pass within " + PATIENCE);
            }
            Thread.sleep(50);
            runAll();
        }
    }

    public java.util.List<Job> due() {
        return management.createJobQuery().executable().withRetriesLeft().list();
    }
}
