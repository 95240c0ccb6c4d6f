package dk.ics.intake.process.rights;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * A caseworker takes a task or puts it back. Between looking and taking a colleague may be faster: the engine then
 * answers 500 in English, we say it plainly.
 */
@Component
class Taking {

    private static final Refusal OVERTAKEN = new Refusal(
            409, "Conflict", "Opgaven er lige blevet taget, lagt tilbage eller løst af en anden. Genindlæs listen.");

    private final TaskService taskService;
    private final TaskRights rights;

    Taking(TaskService taskService, TaskRights rights) {
        this.taskService = taskService;
        this.rights = rights;
    }

    Optional<Refusal> take(Call call) {
        return unlessOvertaken(call, () -> {
            Optional<Refusal> refusal = rights.mayClaim(call);
            if (refusal.isEmpty()) {
                taskService.claim(call.id("task"), call.account().userId());
            }
            return refusal;
        });
    }

    Optional<Refusal> putBack(Call call) {
        return unlessOvertaken(call, () -> {
            Optional<Refusal> refusal = rights.mayUnclaim(call);
            if (refusal.isEmpty()) {
                taskService.setAssignee(call.id("task"), null);
            }
            return refusal;
        });
    }

    /** The task may go at any moment, also between two looks at it. */
    private Optional<Refusal> unlessOvertaken(Call call, Supplier<Optional<Refusal>> change) {
        try {
            return change.get();
        } catch (OptimisticLockingException | TaskAlreadyClaimedException overtaken) {
            return Optional.of(OVERTAKEN);
        } catch (RuntimeException failure) {
            if (rights.isOpen(call.id("task"))) {
                throw failure;
            }
            return Optional.of(OVERTAKEN);
        }
    }
}
