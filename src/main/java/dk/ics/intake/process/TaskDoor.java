package dk.ics.intake.process;

import dk.ics.intake.evidence.Facts;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDescriptionCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskNameCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * The one way to finish a user task: through its form. Whatever else would end a task, or write something of a person
 * into the engine beside it, is refused here, whoever calls.
 */
@Component
public class TaskDoor {

    static final String CLOSED = "Opgaven kan kun løses med sin formular.";

    private static final Set<Class<?>> REFUSED = Set.of(
            ResolveTaskCmd.class,
            DelegateTaskCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            SetTaskVariablesCmd.class,
            PatchTaskVariablesCmd.class,
            RemoveTaskVariablesCmd.class,
            SaveTaskCmd.class,
            CreateTaskCmd.class,
            SetTaskNameCmd.class,
            SetTaskDescriptionCmd.class,
            AddCommentCmd.class,
            CreateAttachmentCmd.class);

    private static final Set<Class<?>> COMPLETING = Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class);

    /** A task while it is completed, and what its form said. */
    private record Submitted(String taskId, Facts facts) {}

    private final ThreadLocal<Submitted> opened = new ThreadLocal<>();

    /**
     * Completes the task with nothing but routing variables; for the form gateway only.
     *
     * @param facts what the evidence of the completion says of the form
     */
    public void complete(TaskService tasks, String taskId, Map<String, Object> routing, Facts facts) {
        opened.set(new Submitted(taskId, facts));
        try {
            tasks.complete(taskId, routing);
        } finally {
            opened.remove();
        }
    }

    /** What the form said with which the task is being completed. */
    Facts submitted(String taskId) {
        Submitted submitted = opened.get();
        return submitted != null && submitted.taskId().equals(taskId) ? submitted.facts() : new Facts();
    }

    BpmnParseListener parseListener() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> check(task.getId()));
            }
        };
    }

    CommandInterceptor interceptor() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                boolean completes = COMPLETING.contains(command.getClass()) && opened.get() == null;
                if (completes || REFUSED.contains(command.getClass())) {
                    throw new BadUserRequestException(CLOSED);
                }
                return next.execute(command);
            }
        };
    }

    /** The last guard, whatever way a task came to its completion. */
    private void check(String taskId) {
        Submitted submitted = opened.get();
        if (submitted == null || !taskId.equals(submitted.taskId())) {
            throw new BadUserRequestException(CLOSED);
        }
    }
}
