package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every end and boundary event, and every start event where a process has several, is reached by a process test. */
class EveryEventIsReachedTest {

    @Test
    void no_event_is_without_a_test_and_no_test_names_one_that_is_not_there() {
        assertThat(reached()).containsExactlyInAnyOrderElementsOf(events());
    }

    @Test
    void an_id_says_which_event_is_meant() {
        assertThat(events()).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }

    private static List<String> events() {
        return Arrays.stream(Objects.requireNonNull(new File("bpmn").listFiles()))
                .filter(file -> file.getName().endsWith(".bpmn"))
                .map(Bpmn::readModelFromFile)
                .flatMap(model -> Stream.of(
                                model.getModelElementsByType(EndEvent.class).stream(),
                                model.getModelElementsByType(BoundaryEvent.class).stream(),
                                alternativeStarts(model))
                        .flatMap(events -> events))
                .map(FlowElement::getId)
                .toList();
    }

    private static Stream<StartEvent> alternativeStarts(BpmnModelInstance model) {
        List<StartEvent> starts = model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .toList();
        return starts.size() > 1 ? starts.stream() : Stream.empty();
    }

    private static List<String> reached() {
        var tests = new ClassPathScanningCandidateComponentProvider(false);
        tests.addIncludeFilter(new AssignableTypeFilter(ProcessTest.class));
        return tests.findCandidateComponents("dk.ics.intake.process").stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), ProcessTest.class.getClassLoader()))
                .filter(type -> !type.isAnnotationPresent(Disabled.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class) && !method.isAnnotationPresent(Disabled.class))
                .map(method -> method.getAnnotation(Reaches.class))
                .filter(Objects::nonNull)
                .flatMap(reaches -> Arrays.stream(reaches.value()))
                .distinct()
                .toList();
    }
}
