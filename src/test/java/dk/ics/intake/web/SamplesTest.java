package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each sample arrives at the visitation with the services and documents that were expected by hand. */
@IntakeTest
class SamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("samples");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_three() throws IOException {
        assertThat(samples()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_arrives_as_expected(Path sample) throws Exception {
        JsonNode expected = JSON.readTree(
                SAMPLES.resolve("expected").resolve(sample.getFileName()).toFile());

        CaseReference reference = send(sample);

        assertThat(caseFile.get(reference))
                .returns(
                        expected.path("municipality").asText(),
                        entry -> entry.municipality().value())
                .returns(
                        expected.path("municipalityName").asText(),
                        entry -> entry.municipality().name())
                .returns(expected.path("category").asText(), CaseFileEntry::category)
                .returns(expected.path("channel").asText(), CaseFileEntry::channel);
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("assessApplication");
        String instance = task.getProcessInstanceId();
        assertThat(runtime.getVariable(instance, "visitationResult"))
                .isEqualTo(expected.path("visitationResult").asText());
        assertThat(codes(instance, "services")).containsExactlyInAnyOrderElementsOf(texts(expected, "services"));
        assertThat(codes(instance, "requiredDocuments"))
                .containsExactlyInAnyOrderElementsOf(texts(expected, "requiredDocuments"));
        assertThat(runtime.getVariable(instance, "documentsComplete"))
                .isEqualTo(expected.path("documentsComplete").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_files_in_a_sample_say_that_they_are_examples(Path sample) throws IOException {
        JsonNode documents = JSON.readTree(sample.toFile()).at("/persons/0/documents");

        assertThat(documents).isNotEmpty();
        for (JsonNode document : documents) {
            byte[] content = Base64.getDecoder().decode(document.path("content").asText());
            if (document.path("contentType").asText().equals("application/pdf")) {
                assertThat(new String(content, StandardCharsets.ISO_8859_1)).contains("(eksempel", "%%EOF");
            } else {
                assertThat(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(content)))
                        .isNotNull();
            }
        }
    }

    private CaseReference send(Path sample) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofFile(sample))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new CaseReference(
                JSON.readTree(answer.body()).at("/cases/0/reference").asText());
    }

    private List<String> codes(String instance, String variable) {
        return List.of(runtime.getVariable(instance, variable).toString().split(","));
    }

    private static List<String> texts(JsonNode object, String key) {
        return StreamSupport.stream(object.path(key).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
