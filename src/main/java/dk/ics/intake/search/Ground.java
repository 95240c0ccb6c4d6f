package dk.ics.intake.search;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at a case for, as the log keeps it: a purpose that was chosen, or the task that is worked.
 *
 * @param purpose code of a {@link Purpose}, or {@link #TASK}
 * @param taskId the engine's id of the task
 * @param taskKey id of the task in its model, which says what was done long after the task is gone
 */
public record Ground(
        String purpose, @Nullable String taskId, @Nullable String taskKey) {

    /** The purpose of whoever works a task. No configured purpose has this code. */
    public static final String TASK = "task";

    public static Ground ofTask(String taskId, String taskKey) {
        return new Ground(TASK, taskId, taskKey);
    }

    static Ground chosen(Purpose purpose) {
        return new Ground(purpose.code(), null, null);
    }
}
