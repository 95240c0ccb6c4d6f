package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The registers of procedures and training as the supervisor keeps them. */
@IntakeTest
class RegisterApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROCEDURES = "/camunda/api/ics/procedures";
    private static final String TRAINING = "/camunda/api/ics/training";
    private static final String PROCEDURE =
            "{\"version\":\"%s\",\"title\":\"Identitetskontrol\",\"changes\":\"Prøve.\",\"decisionVersion\":%s,\"validFrom\":\"%s\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @AfterEach
    void forgetWhatWasTried() {
        database.execute("delete from ics.procedure where version like 'try-%'");
        database.execute("delete from ics.training_revocation");
        database.execute("delete from ics.training where user_id = 'sagsbehandler'");
        database.execute("delete from ics.course where recorded_by is not null");
    }

    @Test
    void an_installation_begins_with_a_procedure_that_follows_the_decision_it_brings() throws IOException {
        JsonNode list = json(supervisor().get(PROCEDURES));

        assertThat(list).hasSize(1);
        assertThat(list.at("/0/inForce").asBoolean()).isTrue();
        assertThat(list.at("/0/procedure/version").asText()).isEqualTo("2026-1");
        assertThat(list.at("/0/procedure/decisionVersion").asInt()).isEqualTo(1);
        JsonNode decisions = json(supervisor().get(PROCEDURES + "/decisions"));
        assertThat(decisions.at("/0/canBeFollowed").asBoolean()).isTrue();
        assertThat(decisions.at("/0/requirements").findValuesAsText("code"))
                .contains("originalPresented", "photoQuality")
                .doesNotContain("personPresent");
    }

    @Test
    void a_supervisor_puts_a_procedure_in_force_from_its_day_on() throws IOException {
        assertThat(put("try-1", "1", "2026-03-02").statusCode()).isEqualTo(201);
        assertThat(put("try-2", "1", "2026-04-01").statusCode()).isEqualTo(201);

        JsonNode list = json(supervisor().get(PROCEDURES));
        assertThat(list.findValuesAsText("version")).containsExactly("try-2", "try-1", "2026-1");
        assertThat(list.findValuesAsText("inForce")).containsExactly("false", "true", "false");
        assertThat(list.at("/1/procedure/putInForceBy").asText()).isEqualTo("tilsyn");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-1, 1, 2026-03-02, version",
        "try-3, 1, 2026-03-01, validFrom",
        "try-3, 1, 2026-02-30, validFrom",
        "try-3, 99, 2026-03-02, decisionVersion",
        "try 3, 1, 2026-03-02, version"
    })
    void what_cannot_be_put_in_force_is_refused(String version, String decision, String from, String field)
            throws IOException {
        HttpResponse<String> answer = put(version, decision, from);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("fields").fieldNames()).toIterable().containsExactly(field);
    }

    @Test
    void training_is_recorded_seen_and_revoked() throws IOException {
        HttpResponse<String> answer = supervisor()
                .json(
                        "POST",
                        TRAINING,
                        "{\"userId\":\"sagsbehandler\",\"course\":\"identityControlBasics\",\"completedOn\":\"2026-02-02\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("validUntil").asText()).as("24 months").isEqualTo("2028-02-02");

        JsonNode register = json(supervisor().get(TRAINING));
        assertThat(register.path("employees"))
                .filteredOn(employee -> employee.path("userId").asText().equals("idkontrol"))
                .singleElement()
                .satisfies(employee -> {
                    assertThat(employee.path("name").asText()).isEqualTo("Ida Krogh");
                    assertThat(employee.path("standing").asText()).isEqualTo("VALID");
                });
        String revoke = TRAINING + "/" + json(answer).path("id").asText() + "/revocation";
        assertThat(json(supervisor().json("POST", revoke, "{\"reason\":\"Forkert navn.\"}"))
                        .path("revoked")
                        .asText())
                .isEqualTo("Forkert navn.");
        assertThat(supervisor().json("POST", revoke, "{\"reason\":\"Igen.\"}").statusCode())
                .isEqualTo(400);
        assertThat(supervisor()
                        .json("POST", TRAINING + "/" + new java.util.UUID(0, 1) + "/revocation", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"userId":"nobody","course":"identityControlBasics","completedOn":"2026-02-02"}         | userId
        {"userId":"tilsyn","course":"identityControlBasics","completedOn":"2026-02-02"}         | userId
        {"userId":"idkontrol","course":"cooking","completedOn":"2026-02-02"}                    | course
        {"userId":"idkontrol","course":"identityControlBasics","completedOn":"2026-03-03"}      | completedOn
        {"userId":"idkontrol","course":"identityControlBasics","completedOn":"2026-02-02","validUntil":"2026-02-01"} | validUntil
        """)
    void training_that_cannot_be_is_refused(String body, String field) throws IOException {
        HttpResponse<String> answer = supervisor().json("POST", TRAINING, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("fields").fieldNames()).toIterable().containsExactly(field);
    }

    @Test
    void a_course_can_be_required_of_another_group_and_no_longer() throws IOException {
        String course = "{\"code\":\"mitIdBasics\",\"title\":\"MitID\",\"requiredFor\":%s,\"months\":12}";
        assertThat(supervisor()
                        .json("POST", TRAINING + "/courses", course.formatted("\"caseworker\""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(supervisor().get(TRAINING)).path("employees"))
                .filteredOn(employee -> employee.path("course").asText().equals("mitIdBasics"))
                .extracting(employee -> employee.path("standing").asText())
                .containsOnly("MISSING")
                .hasSizeGreaterThan(1);
        assertThat(supervisor()
                        .json("POST", TRAINING + "/courses", course.formatted("null"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(supervisor().get(TRAINING + "/courses")))
                .filteredOn(known -> known.path("code").asText().equals("mitIdBasics"))
                .singleElement()
                .satisfies(
                        known -> assertThat(known.path("requiredFor").isNull()).isTrue());
        assertThat(supervisor()
                        .json("POST", TRAINING + "/courses", course.formatted("\"camunda-admin\""))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idkontrol", "specialist", "sagsbehandler", "visitation", "bif"})
    void nobody_else_keeps_them(String account) {
        Http worker = WebappUser.login(port, account, "demo", "tasklist").http();
        for (String path : List.of(PROCEDURES, PROCEDURES + "/decisions", TRAINING, TRAINING + "/courses")) {
            assertThat(worker.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(worker.json("POST", PROCEDURES, PROCEDURE.formatted("try-9", "1", "2026-03-02"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(worker.json("POST", TRAINING, "{}").statusCode()).isEqualTo(403);
        Http admin = WebappUser.login(port, "admin", "demo", "cockpit").http();
        assertThat(admin.json("POST", PROCEDURES, PROCEDURE.formatted("try-9", "1", "2026-03-02"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.json("POST", TRAINING, "{}").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> put(String version, String decision, String from) {
        return supervisor().json("POST", PROCEDURES, PROCEDURE.formatted(version, decision, from));
    }

    private Http supervisor() {
        return WebappUser.login(port, "tilsyn", "demo", "cockpit").http();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
