package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * A call outward holds its case from before the first byte to the engine's commit. Who stops a case (withdrawal, move,
 * departure) holds it as well, so a call that runs is finished first and a stopped case makes no more calls: a number
 * is never issued to a case that was withdrawn before it.
 */
@Component
class RunningCalls {

    private final CaseFile caseFile;

    RunningCalls(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    BpmnParseListener parseListener() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.isAsyncBefore()) {
                    activity.addBuiltInListener(
                            ExecutionListener.EVENTNAME_START, (ExecutionListener) RunningCalls.this::begin);
                }
            }
        };
    }

    private void begin(DelegateExecution execution) {
        if (CaseOf.text(execution, RoutingVariable.CASE_REFERENCE).isEmpty()) {
            return;
        }
        caseFile.lock(CaseOf.reference(execution));
        boolean stopped = execution
                        .getProcessEngineServices()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .count()
                == 0;
        if (stopped) {
            // A lost race to the engine: it tries no more, since the job has gone with its instance.
            throw new OptimisticLockingException("The case was stopped before its call began");
        }
    }
}
