package dk.ics.intake.process.rights;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.training.RequiredTraining;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Who may do what with one task. The engine's rights hold for a whole process: with them alone an outsider completes
 * a colleague's task. So candidate group and assignee are checked here.
 */
@Component
class TaskRights {

    private static final Refusal NOT_YOURS =
            Refusal.forbidden("Opgaven findes ikke længere, eller du har ikke adgang til den.");

    private final TaskService taskService;
    private final FinishedTasks finished;
    private final EngineIdentity identity;
    private final RequiredTraining training;
    private final SecondPerson secondPerson;

    TaskRights(
            TaskService taskService,
            FinishedTasks finished,
            EngineIdentity identity,
            RequiredTraining training,
            SecondPerson secondPerson) {
        this.taskService = taskService;
        this.finished = finished;
        this.identity = identity;
        this.training = training;
        this.secondPerson = secondPerson;
    }

    /** The form shows a person: only who may take the task or has it sees it. */
    Optional<Refusal> mayReadForm(Call call) {
        return onTask(
                call,
                task -> isAssignee(call, task) || isCandidate(call.account(), task)
                        ? Optional.empty()
                        : Optional.of(
                                Refusal.forbidden("Kun %s kan se opgavens oplysninger.".formatted(groupNames(task)))));
    }

    /** A member of the candidate group with the training it takes takes a free task, for himself. */
    Optional<Refusal> mayClaim(Call call) {
        return onTask(call, task -> {
            if (!isCandidate(call.account(), task)) {
                return Optional.of(Refusal.forbidden("Kun %s kan tage opgaven.".formatted(groupNames(task))));
            }
            JsonNode userId = call.body().path("userId");
            if (!userId.isTextual() || !userId.textValue().equals(call.account().userId())) {
                return Optional.of(Refusal.forbidden("Du kan kun tage en opgave til dig selv."));
            }
            Optional<Refusal> kept = secondPerson.refusal(task, call.account().userId(), candidateGroups(task.getId()));
            if (kept.isPresent()) {
                return kept;
            }
            return task.getAssignee() == null || isAssignee(call, task)
                    ? untrained(call.account().userId(), task)
                    : Optional.of(Refusal.forbidden("Opgaven er allerede taget af en anden."));
        });
    }

    /** Who has the task puts it back. */
    Optional<Refusal> mayUnclaim(Call call) {
        return onTask(
                call,
                task -> isAssignee(call, task)
                        ? Optional.empty()
                        : Optional.of(Refusal.forbidden("Kun den, der har opgaven, kan lægge den tilbage.")));
    }

    /** Who has the task, is still in its group and still trained sends its form. */
    Optional<Refusal> maySubmit(Call call) {
        return onTask(call, task -> {
            if (!isAssignee(call, task)) {
                return Optional.of(Refusal.forbidden("Tag opgaven, før du afslutter den."));
            }
            Optional<Refusal> kept = secondPerson.refusal(task, call.account().userId(), candidateGroups(task.getId()));
            if (kept.isPresent()) {
                return kept;
            }
            return isCandidate(call.account(), task)
                    ? untrained(call.account().userId(), task)
                    : Optional.of(Refusal.forbidden("Kun %s kan afslutte opgaven.".formatted(groupNames(task))));
        });
    }

    /** A task may take training (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 2). */
    private Optional<Refusal> untrained(String userId, Task task) {
        return training.refusal(userId, candidateGroups(task.getId()))
                .map(sentence -> new Refusal(HttpServletResponse.SC_FORBIDDEN, "TrainingMissing", sentence));
    }

    /** The groups that may work the task. */
    Set<String> candidateGroups(String taskId) {
        return identity.asSystem(() -> taskService.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private boolean isAssignee(Call call, Task task) {
        return call.account().userId().equals(task.getAssignee());
    }

    private boolean isCandidate(Account account, Task task) {
        return candidateGroups(task.getId()).stream().anyMatch(account.groups()::contains);
    }

    private String groupNames(Task task) {
        List<String> names = candidateGroups(task.getId()).stream()
                .map(group -> "»" + Role.nameOf(group) + "«")
                .toList();
        return "medlemmer af gruppen " + String.join(" eller ", names);
    }

    /**
     * Reads the task with the caller's own rights, so another municipality's task is as absent as one that never was. Who
     * could have worked a finished task hears that it is finished. The engine fails in many ways, a null pointer among
     * them, on a task that ends while it is looked at.
     */
    private Optional<Refusal> onTask(Call call, Function<Task, Optional<Refusal>> check) {
        String taskId = call.id("task");
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        try {
            return task == null ? gone(call) : check.apply(task);
        } catch (RuntimeException failure) {
            if (isOpen(taskId)) {
                throw failure;
            }
            return gone(call);
        }
    }

    /** Whether there is such a task now, for whomever. */
    boolean isOpen(String taskId) {
        return identity.asSystem(
                () -> taskService.createTaskQuery().taskId(taskId).count() > 0);
    }

    private Optional<Refusal> gone(Call call) {
        return finished.told(call.account(), call.id("task")).or(() -> Optional.of(NOT_YOURS));
    }
}
