package dk.ics.intake.process.rights;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CaseText;
import dk.ics.intake.training.RequiredTraining;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A supervisor gives a task to another caseworker, with a reason. The reason goes into the case's journal, the
 * engine's operation log notes the change under the supervisor's name.
 */
@Component
class Reassignment {

    private static final Refusal GONE =
            Refusal.forbidden("Opgaven findes ikke længere, eller du har ikke adgang til den.");

    private static final int LONGEST_REASON = 1000;

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final TaskRights taskRights;
    private final SecondPerson secondPerson;
    private final Accounts accounts;
    private final EngineIdentity identity;
    private final CaseFile caseFile;
    private final RequiredTraining training;
    private final TransactionTemplate transaction;

    Reassignment(
            TaskService taskService,
            RuntimeService runtimeService,
            TaskRights taskRights,
            SecondPerson secondPerson,
            Accounts accounts,
            EngineIdentity identity,
            CaseFile caseFile,
            RequiredTraining training,
            TransactionTemplate transaction) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.taskRights = taskRights;
        this.secondPerson = secondPerson;
        this.accounts = accounts;
        this.identity = identity;
        this.caseFile = caseFile;
        this.training = training;
        this.transaction = transaction;
    }

    /** Moves the task, or says why not. */
    Optional<Refusal> reassign(Call call) {
        try {
            return attempt(call);
        } catch (RuntimeException failure) {
            if (taskRights.isOpen(call.id("task"))) {
                throw failure;
            }
            return Optional.of(GONE);
        }
    }

    private Optional<Refusal> attempt(Call call) {
        String reason = call.body().path("reason").asText("").strip();
        if (reason.isEmpty() || !CaseText.isClean(reason)) {
            return Optional.of(Refusal.invalid("Skriv en begrundelse for at flytte opgaven."));
        }
        if (reason.length() > LONGEST_REASON) {
            return Optional.of(Refusal.invalid("Begrundelsen må højst fylde %d tegn.".formatted(LONGEST_REASON)));
        }
        Task task = taskService.createTaskQuery().taskId(call.id("task")).singleResult();
        if (task == null) {
            return Optional.of(GONE);
        }
        Account assignee = assignee(call.body());
        Set<String> groups = taskRights.candidateGroups(task.getId());
        if (assignee == null || !mayWork(assignee, groups, task)) {
            return Optional.of(Refusal.invalid("Opgaven kan kun gives til en medarbejder i gruppen »%s«."
                    .formatted(String.join(
                            "« eller »", groups.stream().map(Role::nameOf).toList()))));
        }
        Optional<Refusal> kept = secondPerson.refusalOfGiving(task, assignee.userId(), groups);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<String> untrained = training.refusalOfGiving(assignee.userId(), groups);
        return untrained.isPresent()
                ? untrained.map(Refusal::invalid)
                : move(task, assignee.userId(), call.account().userId(), reason);
    }

    private Optional<Refusal> move(Task task, String assignee, String supervisor, String reason) {
        try {
            transaction.executeWithoutResult(status -> {
                taskService.setAssignee(task.getId(), assignee);
                caseFile.journal(
                        caseOf(task),
                        new Act("reassign", supervisor, null),
                        "Opgaven »%s« flyttet fra %s til %s: %s"
                                .formatted(
                                        task.getName(),
                                        Objects.requireNonNullElse(task.getAssignee(), "gruppen"),
                                        assignee,
                                        reason));
            });
            return Optional.empty();
        } catch (OptimisticLockingException changedMeanwhile) {
            return Optional.of(new Refusal(
                    409, "Conflict", "Opgaven er lige blevet ændret af en anden. Hent den igen, før du flytter den."));
        }
    }

    private CaseReference caseOf(Task task) {
        ProcessInstance instance = identity.asSystem(() -> runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult());
        return new CaseReference(instance.getBusinessKey());
    }

    private static boolean mayWork(Account assignee, Set<String> groups, Task task) {
        boolean member = assignee.groups().stream().anyMatch(groups::contains);
        return member && (task.getTenantId() == null || assignee.tenants().contains(task.getTenantId()));
    }

    private @Nullable Account assignee(JsonNode body) {
        JsonNode userId = body.path("userId");
        return userId.isTextual() ? accounts.find(userId.textValue()).orElse(null) : null;
    }
}
