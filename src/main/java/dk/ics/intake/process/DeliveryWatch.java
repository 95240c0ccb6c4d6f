package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Drafts;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The instance that waits for a health card. It outlives the intake, so a turn of life has to think of it. */
@Component
class DeliveryWatch {

    private static final String DELIVERY = "healthCardDelivery";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Drafts drafts;
    private final Deadlines deadlines;

    DeliveryWatch(RuntimeService runtime, TaskService tasks, Drafts drafts, Deadlines deadlines) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.drafts = drafts;
        this.deadlines = deadlines;
    }

    void start(String reference, Map<String, Object> variables) {
        runtime.createProcessInstanceByKey(DELIVERY)
                .businessKey(reference)
                .setVariables(variables)
                .execute();
    }

    /** Nobody waits for the card any more: the citizen is dead or has left. None under way is no error. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(CaseReference reference, CaseStop.Reason reason) {
        underWay(reference).forEach(delivery -> end(delivery, reason));
        deadlines.dropOpen(reference, DELIVERY);
    }

    /** The card is waited for in the municipality the case has now; the order keeps its day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(CaseFileEntry entry) {
        for (ProcessInstance delivery : underWay(entry.reference())) {
            Map<String, Object> variables = Map.of(
                    RoutingVariable.CASE_REFERENCE.key(), entry.reference().value(),
                    RoutingVariable.MUNICIPALITY.key(), entry.municipality().value(),
                    RoutingVariable.MUNICIPALITY_NAME.key(),
                            entry.municipality().name(),
                    RoutingVariable.SERVICE.key(),
                            runtime.getVariable(delivery.getId(), RoutingVariable.SERVICE.key()));
            end(delivery, CaseStop.Reason.MOVED);
            start(entry.reference().value(), variables);
        }
    }

    private List<ProcessInstance> underWay(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey(DELIVERY)
                .list();
    }

    private void end(ProcessInstance delivery, CaseStop.Reason reason) {
        tasks.createTaskQuery().processInstanceId(delivery.getId()).list().forEach(task -> drafts.forget(task.getId()));
        runtime.deleteProcessInstance(delivery.getId(), reason.inHistory(), false, true, false, false);
    }
}
