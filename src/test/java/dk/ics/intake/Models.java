package dk.ics.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The process models and decisions as they stand in {@code bpmn/}. */
final class Models {

    private static final Path FOLDER = Path.of("bpmn");

    /** A rule for models: gives one sentence for each place that breaks it. */
    record Rule(String name, Function<Model, List<String>> violations) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** One file of {@code bpmn/}. */
    record Model(String file, String xml, BpmnModelInstance bpmn) {

        static Model of(String file, String xml) {
            return new Model(
                    file,
                    xml,
                    Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        }

        Process process() {
            return bpmn.getModelElementsByType(Process.class).iterator().next();
        }

        Stream<FlowNode> nodes() {
            return bpmn.getModelElementsByType(FlowNode.class).stream();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private Models() {}

    static List<Model> processes() {
        return files(".bpmn").map(path -> Model.of(name(path), read(path))).toList();
    }

    static Model process(String file) {
        return Model.of(file, read(FOLDER.resolve(file)));
    }

    static Map<String, DmnModelInstance> decisions() {
        return files(".dmn")
                .collect(java.util.stream.Collectors.toMap(Models::name, path -> Dmn.readModelFromFile(path.toFile())));
    }

    /** {@code cprRegistration} is {@code cpr-registration}. */
    static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text of the files below a folder whose name ends so. */
    static List<String> texts(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> name(path).endsWith(ending))
                    .map(Models::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(path -> name(path).endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
