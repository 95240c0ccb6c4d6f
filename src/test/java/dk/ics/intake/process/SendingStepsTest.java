package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new attempt at an authority is a person's decision: no way leads back to a sending step without one. */
class SendingStepsTest {

    @ParameterizedTest
    @CsvSource({
        "cpr-registration, registerInCpr",
        "health-card, orderHealthCard",
        "mit-id, createMitId",
        "eu-residence, handOverToSiri",
        "tax-application, forwardTaxApplication",
        "identity-control, referToNidc",
        "authority-notice, tellAuthorities",
        "withdrawal, stopCase",
        "correction, applyCorrection",
        "departure, endForDeparture",
        "relocation, relocateCase",
        "complaint, reopenCase"
    })
    void every_way_back_to_a_sending_step_passes_a_person(String process, String step) {
        BpmnModelInstance model = Bpmn.readModelFromFile(new File("bpmn/" + process + ".bpmn"));
        FlowNode sending = model.getModelElementById(step);
        assertThat(sending).as(step).isNotNull();
        assertThat(reachedWithoutAPerson(model, sending))
                .extracting(FlowNode::getId)
                .doesNotContain(step);
    }

    private static Set<FlowNode> reachedWithoutAPerson(BpmnModelInstance model, FlowNode from) {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(from.getSucceedingNodes().list());
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (!(node instanceof UserTask) && reached.add(node)) {
                next.addAll(node.getSucceedingNodes().list());
                model.getModelElementsByType(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().equals(node))
                        .forEach(next::add);
            }
        }
        return reached;
    }
}
