package dk.ics.intake.process;

import dk.ics.intake.authority.AuthorityPaused;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a job that failed: its safe text is stored and it waits for its next try. A job that found its
 * authority paused only waits: no try is used up.
 */
final class FailedJobs implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        AuthorityPaused paused = SafeFailure.find(failure, AuthorityPaused.class);
        return paused == null
                ? new DefaultJobRetryCmd(jobId, SafeFailure.of(failure))
                : new Wait(jobId, paused.retryAfter());
    }

    private static final class Wait extends JobRetryCmd {

        private final transient Duration time;

        Wait(String jobId, Duration time) {
            super(jobId, null);
            this.time = time;
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
                notifyAcquisition(context);
            }
            return null;
        }
    }
}
