package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.application.ApplicationJson;
import dk.ics.intake.application.ApplicationLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications over HTTP, as an anonymous sender meets them. */
@IntakeTest
@ExtendWith(OutputCaptureExtension.class)
class ApplicationControllerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationLimits limits;

    @Test
    void an_application_opens_a_case_and_its_intake_for_each_person() throws Exception {
        HttpResponse<String> answer = send(ApplicationJson.valid()
                .person()
                .with("municipality", "\"0147\"")
                .bytes());

        assertThat(answer.statusCode()).isEqualTo(201);
        List<String> references = references(answer);
        assertThat(references).hasSize(2);
        assertThat(intakeOf(references.get(0)).getTenantId()).isEqualTo("0101");
        assertThat(intakeOf(references.get(1)).getTenantId()).isEqualTo("0147");
    }

    @Test
    void the_same_again_is_answered_with_the_first_case() throws Exception {
        byte[] application = ApplicationJson.valid().bytes();
        HttpResponse<String> first = send(application, "Idempotency-Key", "5d2c9a");
        long cases = cases();

        HttpResponse<String> sameKey = send(application, "Idempotency-Key", "5d2c9a");
        HttpResponse<String> sameContent = send(application);
        HttpResponse<String> otherKey = send(application, "Idempotency-Key", "7e1b44");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(List.of(sameKey, sameContent, otherKey))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo(first.body()));
        assertThat(cases()).isEqualTo(cases);
    }

    @Test
    void of_ten_that_come_at_once_one_opens_the_case() throws Exception {
        byte[] application = ApplicationJson.valid().bytes();
        long before = cases();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sent.add(client.sendAsync(request(application, "Idempotency-Key", "race"), BodyHandlers.ofString()));
        }

        List<Integer> codes = new ArrayList<>();
        Set<String> bodies = new TreeSet<>();
        for (CompletableFuture<HttpResponse<String>> answer : sent) {
            codes.add(answer.get().statusCode());
            bodies.add(answer.get().body());
        }

        assertThat(codes).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(bodies).hasSize(1);
        assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void a_key_that_was_used_for_something_else_is_refused() throws Exception {
        send(ApplicationJson.valid().bytes(), "Idempotency-Key", "once");
        long cases = cases();

        HttpResponse<String> answer =
                send(ApplicationJson.valid().bytes(), "Idempotency-Key", "once", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("title").asText()).isEqualTo("The application was not received");
        assertThat(problem.path("detail").asText()).contains("Idempotency-Key", "another");
        assertThat(cases()).isEqualTo(cases);
    }

    @Test
    void a_key_has_to_be_short() throws Exception {
        HttpResponse<String> answer = send(ApplicationJson.valid().bytes(), "Idempotency-Key", "k".repeat(201));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(fields(answer).has("Idempotency-Key")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"da, Feltet skal udfyldes.", "en, Please fill in this field.", "'fr,pl;q=0.5', Feltet skal udfyldes."})
    void a_refusal_says_at_each_field_what_is_wrong(String acceptLanguage, String sentence) throws Exception {
        long cases = cases();

        HttpResponse<String> answer = send(
                ApplicationJson.valid()
                        .without("email")
                        .with("birthDate", "\"2026-02-30\"")
                        .bytes(),
                "Accept-Language",
                acceptLanguage);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(fields(answer).size()).isEqualTo(2);
        assertThat(fields(answer).path("persons[0].email").asText()).isEqualTo(sentence);
        assertThat(cases()).isEqualTo(cases);
    }

    @Test
    void neither_refusals_nor_logs_repeat_what_was_written(CapturedOutput log) throws Exception {
        HttpResponse<String> refused = send(ApplicationJson.valid()
                .with("familyName", "\"Geheimnisträger<b>\"")
                .with("email", "\"geheim@@example\"")
                .with("birthDate", "\"1990-01-07T00:00\"")
                .bytes());
        HttpResponse<String> broken =
                send("{\"persons\":[{\"familyName\":\"Geheimnisträger\" 'x'}]}".getBytes("UTF-8"));
        HttpResponse<String> accepted = send(ApplicationJson.valid()
                .with("familyName", "\"Geheimnisträger\"")
                .bytes());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(accepted.statusCode()).isEqualTo(201);
        assertThat(refused.body() + broken.body() + accepted.body() + log.getAll())
                .doesNotContainIgnoringCase("geheim")
                .doesNotContain("1990-01-07");
    }

    @Test
    void too_much_is_refused_before_it_is_read() throws Exception {
        byte[] large = new byte[Math.toIntExact(limits.maxBody().toBytes()) + 1];
        java.util.Arrays.fill(large, (byte) ' ');

        HttpResponse<String> declared = send(large);
        HttpResponse<String> undeclared = client.send(
                HttpRequest.newBuilder(address())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
                        .build(),
                BodyHandlers.ofString());

        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(undeclared.statusCode()).isEqualTo(413);
        assertThat(declared.body()).contains("20 MB");
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data"})
    void only_json_is_taken(String type) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address())
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(ApplicationJson.valid().bytes()))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void a_duplicate_document_in_an_open_case_is_nothing_the_sender_learns() throws Exception {
        send(ApplicationJson.valid()
                .with("identityDocumentNumber", "\"C01X00T47\"")
                .bytes());

        HttpResponse<String> second = send(ApplicationJson.valid()
                .with("identityDocumentNumber", "\"c01x00t47\"")
                .bytes());

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(intakeOf(references(second).get(0))).isNotNull();
    }

    @Test
    void the_description_has_every_field() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(JSON.readTree(answer.body()).at("/info/title").asText()).isEqualTo("ICS Indrejse");
        JsonNode schemas = JSON.readTree(answer.body()).path("components").path("schemas");
        JsonNode person = schemas.path("ApplicationPerson").path("properties");

        assertThat(person.size()).isEqualTo(47);
        assertThat(person.path("birthDate").path("format").asText()).isEqualTo("date");
        assertThat(person.path("sex").path("enum").toString()).isEqualTo("[\"female\",\"male\"]");
        assertThat(person.path("documents").path("items").path("$ref").asText())
                .isEqualTo("#/components/schemas/ApplicationDocument");
        assertThat(schemas.path("ApplicationDocument").path("required").toString())
                .contains("type", "fileName", "contentType", "content");
        assertThat(answer.body()).contains("\"#/components/schemas/Application\"");
    }

    private ProcessInstance intakeOf(String reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("intake")
                .singleResult();
    }

    private long cases() {
        return jdbc.sql("select count(*) from ics.case_file").query(Long.class).single();
    }

    private HttpResponse<String> send(byte[] body, String... headers) throws IOException, InterruptedException {
        return client.send(request(body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private URI address() {
        return URI.create("http://localhost:" + port + "/api/applications");
    }

    private static List<String> references(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).path("cases").findValuesAsText("reference");
    }

    private static JsonNode fields(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).path("fields");
    }
}
