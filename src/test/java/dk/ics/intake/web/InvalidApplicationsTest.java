package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.application.ApplicationJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications that the description in the OpenAPI document forbids, each by one violation. */
@IntakeTest
class InvalidApplicationsTest {

    private static final int SUBMISSIONS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(7);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    /** What is wrong, and where the answer has to say so; nowhere in particular if that is null. */
    private record Violation(String what, String path) {}

    @Test
    @DisplayName("each is refused with a sentence at the place, none is a failure of ours, and nothing is stored")
    void refused() throws Exception {
        JsonNode schemas = JSON.readTree(get("/v3/api-docs").body()).at("/components/schemas");
        long before = rows();
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (int i = 0; i < SUBMISSIONS; i++) {
            ObjectNode application =
                    (ObjectNode) JSON.readTree(ApplicationJson.valid().person().bytes());
            Violation violation = violate(application, schemas);

            HttpResponse<String> answer = post(JSON.writeValueAsBytes(application));

            assertThat(answer.statusCode()).as(violation + ": " + answer.body()).isEqualTo(400);
            JsonNode said = JSON.readTree(answer.body());
            assertThat(said.path("fields").fieldNames())
                    .toIterable()
                    .as(violation + ": " + answer.body())
                    .anyMatch(path -> path.equals(violation.path()) || path.startsWith(violation.path() + "["));
            assertThat(said.path("fields"))
                    .allSatisfy(sentence ->
                            assertThat(sentence.asText()).isNotBlank().doesNotContain("Exception", "null"));
            kinds.merge(violation.what(), 1, Integer::sum);
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(kinds.keySet())
                .contains(
                        "missing",
                        "unknown",
                        "number for text",
                        "object",
                        "too long",
                        "not in the list",
                        "no date",
                        "pattern",
                        "no persons",
                        "too many");
    }

    @Test
    @DisplayName("what is no JSON, or no application, is refused in words")
    void noApplication() throws Exception {
        byte[] whole = ApplicationJson.valid().bytes();
        long before = rows();
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 1; i < whole.length; i += 1 + whole.length / 60) {
            bodies.add(java.util.Arrays.copyOf(whole, i));
        }
        for (String text : List.of(
                "",
                "null",
                "[]",
                "7",
                "\"persons\"",
                "{}",
                "{\"persons\":null}",
                "{\"persons\":{}}",
                "{\"persons\":[null]}",
                "{\"persons\":[[]]}",
                "{\"persons\":[7]}",
                "{\"persons\":[{}],\"persons\":[{}]}",
                "[".repeat(5_000),
                "{\"persons\":".repeat(5_000),
                "\u0000",
                "{\"persons\":[{\"familyName\":1e999999999}]}")) {
            bodies.add(text.getBytes("UTF-8"));
        }
        bodies.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        for (byte[] body : bodies) {
            HttpResponse<String> answer = post(body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("detail").asText()).isNotBlank();
        }
        assertThat(rows()).isEqualTo(before);
    }

    private Violation violate(ObjectNode application, JsonNode schemas) {
        if (random.nextInt(50) == 0) {
            application.putArray("persons");
            return new Violation("no persons", "persons");
        }
        if (random.nextInt(50) == 0) {
            ArrayNode persons = application.withArray("persons");
            int most = schemas.at("/Application/properties/persons/maxItems").asInt();
            while (persons.size() <= most) {
                persons.add(persons.get(0).deepCopy());
            }
            return new Violation("too many", "persons");
        }
        int person = random.nextInt(2);
        ObjectNode filled = (ObjectNode) application.at("/persons/" + person);
        if (random.nextInt(5) == 0) {
            return violate(
                    (ObjectNode) filled.at("/documents/0"),
                    schemas.path("ApplicationDocument"),
                    "persons[" + person + "].documents[0]");
        }
        return violate(filled, schemas.path("ApplicationPerson"), "persons[" + person + "]");
    }

    private Violation violate(ObjectNode filled, JsonNode schema, String path) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        names.remove("documents");
        String name = names.get(random.nextInt(names.size()));
        JsonNode rule = schema.at("/properties/" + name);
        boolean required = false;
        for (JsonNode one : schema.path("required")) {
            required |= one.asText().equals(name);
        }
        List<Violation> possible = new ArrayList<>();
        List<JsonNode> values = new ArrayList<>();
        if (required) {
            possible.add(new Violation("missing", path + "." + name));
            values.add(NODES.missingNode());
        }
        possible.add(new Violation("object", path + "." + name));
        values.add(NODES.objectNode().put("a", 1));
        if (rule.path("type").asText().equals("string")) {
            possible.add(new Violation("number for text", path + "." + name));
            values.add(NODES.numberNode(random.nextInt(1_000_000)));
        }
        if (rule.has("maxLength")) {
            possible.add(new Violation("too long", path + "." + name));
            values.add(NODES.textNode("a".repeat(rule.path("maxLength").asInt() + 1)));
        }
        if (rule.has("enum")) {
            possible.add(new Violation("not in the list", path + "." + name));
            values.add(NODES.textNode(one("nothing", "", " ", "euWorker2", "\u0000", "NULL")));
        }
        if (rule.path("format").asText().equals("date")) {
            possible.add(new Violation("no date", path + "." + name));
            values.add(NODES.textNode(
                    one("2026-02-30", "01-02-2026", "20260201", "tomorrow", "2026-13-01", "-2026-01-01")));
        }
        if (rule.hasNonNull("pattern")) {
            possible.add(new Violation("pattern", path + "." + name));
            values.add(NODES.textNode(one("\u0007", "<b>", "€ € €", "\uFFFF")));
        }
        if (rule.path("type").asText().equals("number")) {
            possible.add(new Violation("amount", path + "." + name));
            values.add(NODES.numberNode(one(-1, 1_000_000_000)));
        }
        if (rule.path("type").asText().equals("boolean")) {
            possible.add(new Violation("no truth", path + "." + name));
            values.add(NODES.textNode("yes"));
        }
        if (random.nextInt(10) == 0) {
            String key = "x" + random.nextInt(1_000);
            filled.put(key, "unknown");
            return new Violation("unknown", path + "." + key);
        }
        int chosen = random.nextInt(possible.size());
        if (values.get(chosen).isMissingNode()) {
            filled.remove(name);
        } else {
            filled.set(name, values.get(chosen));
        }
        return possible.get(chosen);
    }

    @SafeVarargs
    private final <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private long rows() {
        return jdbc.sql("""
                        select (select count(*) from ics.case_file) + (select count(*) from ics.application)
                          + (select count(*) from ics.document) + (select count(*) from ics.person)
                        """).query(Long.class).single();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(byte[] body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/applications"))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "en")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
