package dk.ics.intake.process.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/**
 * The model of an instance and the way it took.
 *
 * @param xml the BPMN of the version that ran
 * @param flows ids of the sequence flows that were taken. The engine keeps steps, not flows: one is taken if the step it
 *     leads to began when or after the step it comes from was done
 */
record CourseDiagram(String xml, List<Element> elements, List<String> flows) {

    /**
     * @param state {@code done}, {@code running} or {@code cancelled}: the last time it was come to
     * @param times how often it was come to
     * @param called the instance it has called last
     */
    record Element(
            String id, String state, int times, @Nullable String called) {}

    static CourseDiagram of(BpmnModelInstance model, List<CourseRows.Step> steps) {
        Map<String, List<CourseRows.Step>> byElement = new HashMap<>();
        steps.forEach(step -> byElement
                .computeIfAbsent(step.element(), of -> new ArrayList<>())
                .add(step));
        List<Element> elements = byElement.entrySet().stream()
                .map(entry -> element(entry.getKey(), entry.getValue()))
                .toList();
        List<String> flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> isTaken(
                        byElement.getOrDefault(flow.getSource().getId(), List.of()),
                        byElement.getOrDefault(flow.getTarget().getId(), List.of())))
                .map(SequenceFlow::getId)
                .toList();
        return new CourseDiagram(Bpmn.convertToString(model), elements, flows);
    }

    private static Element element(String id, List<CourseRows.Step> steps) {
        CourseRows.Step last = steps.get(steps.size() - 1);
        String state = last.cancelled() ? "cancelled" : last.endedAt() == null ? "running" : "done";
        String called = steps.stream()
                .map(CourseRows.Step::called)
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .orElse(null);
        return new Element(id, state, steps.size(), called);
    }

    private static boolean isTaken(List<CourseRows.Step> from, List<CourseRows.Step> to) {
        return from.stream().anyMatch(source -> {
            Instant done = source.endedAt();
            return done != null
                    && !source.cancelled()
                    && to.stream().anyMatch(target -> !target.startedAt().isBefore(done));
        });
    }
}
