package dk.ics.intake.process.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/**
 * Says what became of a task that is no longer there, to those who could have worked it: members of its candidate group
 * and its last assignee, within their municipalities. Nobody else learns that it ever was.
 */
@Component
class FinishedTasks {

    /** The engine's reason for a task that was worked. */
    private static final String COMPLETED = "completed";

    private static final String ADDED = "add";

    private final HistoryService historyService;
    private final EngineIdentity identity;

    FinishedTasks(HistoryService historyService, EngineIdentity identity) {
        this.historyService = historyService;
        this.identity = identity;
    }

    Optional<Refusal> told(Account account, String taskId) {
        return identity.asSystem(() -> Optional.ofNullable(historyService
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .singleResult())
                .filter(task -> task.getTenantId() != null
                        && account.tenants().contains(task.getTenantId())
                        && (isAssignee(account, task) || wasCandidate(account, taskId)))
                .map(task -> refusal(account, task)));
    }

    private boolean wasCandidate(Account account, String taskId) {
        return historyService
                .createHistoricIdentityLinkLogQuery()
                .taskId(taskId)
                .type(IdentityLinkType.CANDIDATE)
                .operationType(ADDED)
                .list()
                .stream()
                .map(HistoricIdentityLinkLog::getGroupId)
                .anyMatch(account.groups()::contains);
    }

    private static boolean isAssignee(Account account, HistoricTaskInstance task) {
        return account.userId().equals(task.getAssignee());
    }

    private static Refusal refusal(Account account, HistoricTaskInstance task) {
        if (!COMPLETED.equals(task.getDeleteReason())) {
            return new Refusal(
                    HttpServletResponse.SC_CONFLICT,
                    "TaskCancelled",
                    "Opgaven er ikke længere aktuel. Genindlæs listen.");
        }
        return new Refusal(
                HttpServletResponse.SC_CONFLICT,
                "TaskAlreadyDone",
                isAssignee(account, task)
                        ? "Du har allerede løst opgaven. Genindlæs listen."
                        : "Opgaven er allerede løst af en kollega. Genindlæs listen.");
    }
}
