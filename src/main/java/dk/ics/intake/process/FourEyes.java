package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.identity.SecondLook;
import dk.ics.intake.supervision.Supervisors;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine's own four eyes: whoever did the first control of an identity neither gets nor completes a task of what
 * follows a doubt, and whoever had a part in a control none of its supervision, whichever way it would be given. Holds for cases of every version, since the engine reads their models
 * with it too.
 */
@Component
class FourEyes {

    static final String REFUSED = "Den, der har udført den første kontrol, kan ikke arbejde med tvivlen.";

    static final String SUPERVISED = "Den, der har medvirket i en kontrol, kan ikke føre tilsyn med den.";

    private final SecondLook secondLook;
    private final Supervisors supervisors;

    FourEyes(SecondLook secondLook, Supervisors supervisors) {
        this.secondLook = secondLook;
        this.supervisors = supervisors;
    }

    BpmnParseListener parseListener() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (SecondLook.isPartOf(activity.getId()) || Supervisors.isPartOf(activity.getId())) {
                    TaskDefinition task =
                            ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, FourEyes.this::given);
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, FourEyes.this::completed);
                }
            }
        };
    }

    private void given(DelegateTask task) {
        refuse(task, task.getAssignee(), supervisors::isKeptFrom);
    }

    /** Neither who has the task nor who acts. */
    private void completed(DelegateTask task) {
        Authentication acting =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        BiPredicate<CaseReference, String> kept = Supervisors.isControlAnew(task.getTaskDefinitionKey())
                ? supervisors::wasKeptFrom
                : supervisors::isKeptFrom;
        refuse(task, task.getAssignee(), kept);
        refuse(task, acting == null ? null : acting.getUserId(), kept);
    }

    private void refuse(DelegateTask task, @Nullable String user, BiPredicate<CaseReference, String> isKeptFrom) {
        if (user == null || CaseOf.text(task, RoutingVariable.CASE_REFERENCE).isEmpty()) {
            return;
        }
        if (Supervisors.isPartOf(task.getTaskDefinitionKey())) {
            if (isKeptFrom.test(CaseOf.reference(task), user)) {
                throw new BadUserRequestException(SUPERVISED);
            }
        } else if (secondLook.isKeptFrom(CaseOf.reference(task), user)) {
            throw new BadUserRequestException(REFUSED);
        }
    }
}
