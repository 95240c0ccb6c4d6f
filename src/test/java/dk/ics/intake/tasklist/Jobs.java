package dk.ics.intake.tasklist;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs what the job executor would run: in tests it is off. */
final class Jobs {

    private static final int ROUNDS = 30;

    private final ManagementService management;

    Jobs(ManagementService management) {
        this.management = management;
    }

    /** Everything that is due, until nothing is. */
    void runAll() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Job> due = management.createJobQuery().executable().list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> management.executeJob(job.getId()));
        }
        throw new AssertionError("There is always another job");
    }
}
