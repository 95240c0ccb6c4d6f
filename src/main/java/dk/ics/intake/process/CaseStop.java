package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Drafts;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the intake of a case with everything under it: tasks, timers, calls not begun, what somebody had begun to
 * type. The reason stands in the history as the end event the intake went through.
 */
@Component
class CaseStop {

    private static final String INTAKE = "intake";
    private static final String MESSAGE = "caseStopped";

    /** Why an intake stops; each has its end event in the model. */
    enum Reason {
        WITHDRAWN("withdrawn"),
        GONE("gone"),
        MOVED("moved");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** What the history says of an instance whose model has no end event for it. */
        String inHistory() {
            return MESSAGE + ": " + code;
        }
    }

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final Drafts drafts;
    private final Deadlines deadlines;

    CaseStop(RuntimeService runtime, TaskService tasks, HistoryService history, Drafts drafts, Deadlines deadlines) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.drafts = drafts;
        this.deadlines = deadlines;
    }

    /** The intake under way, whichever municipality it belongs to; at most one. */
    List<ProcessInstance> underWay(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey(INTAKE)
                .list();
    }

    /** Stops what is under way; the caller holds the case. Nothing under way is no error. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(CaseReference reference, Reason reason) {
        for (ProcessInstance intake : underWay(reference)) {
            openTasks(intake).forEach(drafts::forget);
            end(intake, reason);
        }
        deadlines.dropOpen(reference, "documents");
        deadlines.dropOpen(reference, "hearing");
    }

    private void end(ProcessInstance intake, Reason reason) {
        boolean listens = runtime.createEventSubscriptionQuery()
                        .processInstanceId(intake.getId())
                        .eventType("message")
                        .eventName(MESSAGE)
                        .count()
                > 0;
        if (listens) {
            runtime.createMessageCorrelation(MESSAGE)
                    .processInstanceId(intake.getId())
                    .setVariable(RoutingVariable.STOP_REASON.key(), reason.code)
                    .correlate();
        } else {
            // Begun on a version of the model that knew no turns of life.
            runtime.deleteProcessInstance(intake.getId(), reason.inHistory(), false, true, false, false);
        }
    }

    private List<String> openTasks(ProcessInstance intake) {
        List<String> family =
                history.createHistoricProcessInstanceQuery().rootProcessInstanceId(intake.getId()).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        return tasks.createTaskQuery().processInstanceIdIn(family.toArray(String[]::new)).list().stream()
                .map(Task::getId)
                .toList();
    }
}
