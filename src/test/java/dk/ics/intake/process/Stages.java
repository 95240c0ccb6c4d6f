package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.CaseReference;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Every place in which a case can stand: the wait states of the intake and of each process it calls. */
final class Stages {

    /** @param calledFrom the call activity of the intake, or empty for the intake itself */
    record Stage(String calledFrom, String activity) {

        @Override
        public String toString() {
            return calledFrom.isEmpty() ? activity : calledFrom + ": " + activity;
        }
    }

    private static final Map<String, Object> ROUTING = Map.ofEntries(
            Map.entry("municipality", "0147"),
            Map.entry("municipalityName", "Frederiksberg"),
            Map.entry("service", "Visitation"),
            Map.entry("category", "euWorker"),
            Map.entry("channel", "phone"),
            Map.entry("cprMode", "connected"),
            Map.entry("services", "residenceDocument,identityControl,cprNumber,healthCard,mitId,taxCard"),
            Map.entry("registrationOutcome", "register"));

    private Stages() {}

    static Stream<Stage> all() {
        BpmnModelInstance intake = model("intake");
        List<Stage> stages = new ArrayList<>(waits("", intake));
        intake.getModelElementsByType(CallActivity.class)
                .forEach(call -> stages.addAll(waits(call.getId(), model(call.getCalledElement()))));
        return stages.stream();
    }

    /** Puts the case there, in the newest version, as if it had come that way. */
    static void put(ProcessEngine engine, CaseReference reference, Stage stage) {
        if (stage.calledFrom().isEmpty()) {
            begin(engine, reference, stage.activity(), Map.of());
        } else {
            move(engine, begin(engine, reference, stage.calledFrom(), Map.of()), stage.activity());
        }
    }

    /** Begins the newest intake at this activity, as if the case had come that far. */
    static ProcessInstance begin(
            ProcessEngine engine, CaseReference reference, String activity, Map<String, Object> facts) {
        Map<String, Object> variables = new HashMap<>(ROUTING);
        variables.putAll(facts);
        variables.put("caseReference", reference.value());
        return engine.getRuntimeService()
                .createProcessInstanceByKey("intake")
                .businessKey(reference.value())
                .setVariables(variables)
                .startBeforeActivity(activity)
                .execute();
    }

    private static void move(ProcessEngine engine, ProcessInstance intake, String activity) {
        ProcessInstance called = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(intake.getId())
                .singleResult();
        assertThat(called).as("called for " + activity).isNotNull();
        ActivityInstance tree = engine.getRuntimeService().getActivityInstance(called.getId());
        ProcessInstanceModificationBuilder modification =
                engine.getRuntimeService().createProcessInstanceModification(called.getId());
        modification.startBeforeActivity(activity);
        Arrays.stream(tree.getChildActivityInstances())
                .forEach(child -> modification.cancelActivityInstance(child.getId()));
        Arrays.stream(tree.getChildTransitionInstances())
                .forEach(child -> modification.cancelTransitionInstance(child.getId()));
        modification.execute();
        engine.getRuntimeService().setVariable(called.getId(), "registrationOutcome", "register");
    }

    /** The case's job at this activity. */
    static Job job(ProcessEngine engine, CaseUnderTest theCase, String activity) {
        List<String> instances =
                theCase.histories().stream().map(HistoricProcessInstance::getId).toList();
        return engine.getManagementService().createJobQuery().activityId(activity).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No job " + activity));
    }

    /** Runs the step that stops the case before anything else of it, and then what follows. */
    static void stopFirst(ProcessEngine engine, CaseUnderTest theCase, String step) {
        engine.getManagementService().executeJob(job(engine, theCase, step).getId());
        theCase.run();
    }

    /** All elements of a kind, of every model. */
    static <T extends ModelElementInstance> List<T> elements(Class<T> kind) {
        return Arrays.stream(
                        Objects.requireNonNull(new File("bpmn").listFiles((folder, name) -> name.endsWith(".bpmn"))))
                .sorted()
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(kind).stream())
                .toList();
    }

    private static List<Stage> waits(String calledFrom, BpmnModelInstance model) {
        Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
        return nodes.stream()
                .filter(node -> node instanceof UserTask
                        || node instanceof ReceiveTask
                        || node instanceof Activity activity
                                && activity.isCamundaAsyncBefore()
                                && !(node instanceof CallActivity))
                .map(node -> new Stage(calledFrom, node.getId()))
                .toList();
    }

    private static BpmnModelInstance model(String process) {
        String file = process.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + ".bpmn";
        return Bpmn.readModelFromFile(new File("bpmn/" + Objects.requireNonNull(file)));
    }
}
