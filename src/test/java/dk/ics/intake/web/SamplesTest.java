package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Category;
import dk.ics.intake.casefile.CprNumber;
import dk.ics.intake.casefile.Deadlines;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
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

/** Each sample arrives at the visitation with the services, papers and deadlines that were expected by hand. */
@IntakeTest
class SamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("samples");
    private static final Path EXPECTED = SAMPLES.resolve("expected");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Deadlines deadlines;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    static List<Path> samples() throws IOException {
        return json(SAMPLES);
    }

    @Test
    void every_sample_has_an_expectation_and_every_expectation_a_sample() throws IOException {
        assertThat(json(EXPECTED).stream().map(Path::getFileName))
                .containsExactlyElementsOf(
                        samples().stream().map(Path::getFileName).toList());
    }

    @Test
    void there_is_one_for_every_category() throws IOException {
        List<String> categories = new ArrayList<>();
        for (Path sample : samples()) {
            categories.addAll(JSON.readTree(sample.toFile()).findValuesAsText("category"));
        }
        assertThat(categories)
                .containsAll(
                        Arrays.stream(Category.values()).map(Category::code).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_arrives_as_expected(Path sample) throws Exception {
        JsonNode expected =
                JSON.readTree(EXPECTED.resolve(sample.getFileName()).toFile()).path("persons");

        List<CaseReference> cases = send(sample);

        assertThat(cases).hasSize(expected.size());
        for (int person = 0; person < cases.size(); person++) {
            arrived(cases.get(person), expected.get(person));
        }
    }

    private void arrived(CaseReference reference, JsonNode expected) {
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
        assertThat(codes(instance, "services")).containsExactlyElementsOf(codes(expected, "services"));
        assertThat(codes(instance, "requiredDocuments"))
                .containsExactlyInAnyOrderElementsOf(codes(expected, "requiredDocuments"));
        assertThat(runtime.getVariable(instance, "documentsComplete"))
                .isEqualTo(expected.path("documentsComplete").asBoolean());
        assertThat(deadlines.of(reference).stream()
                        .collect(Collectors.toMap(
                                deadline -> deadline.code(),
                                deadline -> deadline.due().toString())))
                .isEqualTo(stream(expected.path("deadlines"))
                        .collect(Collectors.toMap(
                                deadline -> deadline.path("code").asText(),
                                deadline -> deadline.path("due").asText())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_expectation_says_where_each_of_its_lines_comes_from(Path sample) throws IOException {
        JsonNode expected = JSON.readTree(EXPECTED.resolve(sample.getFileName()).toFile());

        assertThat(expected.findValuesAsText("line")).allMatch(line -> line.matches("domain\\.md § \\d.*"));
        for (JsonNode person : expected.path("persons")) {
            assertThat(person.path("because")).isNotEmpty();
            for (String list : List.of("services", "requiredDocuments", "deadlines")) {
                assertThat(person.path(list)).allMatch(entry -> entry.has("line"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_files_in_a_sample_say_that_they_are_examples(Path sample) throws IOException {
        for (JsonNode person : JSON.readTree(sample.toFile()).path("persons")) {
            assertThat(person.path("documents")).isNotEmpty();
            for (JsonNode document : person.path("documents")) {
                byte[] content =
                        Base64.getDecoder().decode(document.path("content").asText());
                if (document.path("contentType").asText().equals("application/pdf")) {
                    assertThat(new String(content, StandardCharsets.ISO_8859_1)).contains("(eksempel", "%%EOF");
                } else {
                    assertThat(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(content)))
                            .isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_danish_number_in_a_sample_is_a_replacement_number(Path sample) throws IOException {
        for (String number : JSON.readTree(sample.toFile()).findValuesAsText("danishPersonalNumber")) {
            assertThat(CprNumber.parse(number).isReplacement()).isTrue();
        }
    }

    private List<CaseReference> send(Path sample) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofFile(sample))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return stream(JSON.readTree(answer.body()).path("cases"))
                .map(one -> new CaseReference(one.path("reference").asText()))
                .toList();
    }

    private List<String> codes(String instance, String variable) {
        String codes = runtime.getVariable(instance, variable).toString();
        return codes.isEmpty() ? List.of() : List.of(codes.split(","));
    }

    private static List<String> codes(JsonNode object, String key) {
        return stream(object.path(key))
                .map(entry -> entry.path("code").asText())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<Path> json(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
