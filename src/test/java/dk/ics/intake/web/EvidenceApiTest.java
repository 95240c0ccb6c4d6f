package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger is verified by the supervisor, and by nobody else. */
@IntakeTest
class EvidenceApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERIFICATIONS = "/camunda/api/ics/evidence/verifications";
    private static final String CHECKPOINTS = "/camunda/api/ics/evidence/checkpoints";

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    TestDatabase database;

    @Test
    void a_verification_runs_in_the_background_and_names_what_was_tampered_with() throws Exception {
        CaseReference reference = TestCases.euWorker(caseFile);
        JsonNode whole = verified();
        // Nobody signs in a test of the application, so entries may be uncovered for long.
        assertThat(whole.path("findings").findValuesAsText("type"))
                .isSubsetOf("NOT_YET_COVERED", "UNCOVERED_TOO_LONG", "TAKEN_OVER");
        assertThat(whole.path("done").asLong())
                .isEqualTo(whole.path("total").asLong())
                .isPositive();

        new JdbcTemplate(database.as("postgres"))
                .update(
                        "update ics.journal set description = 'Intet sket' where case_reference = ?",
                        reference.value());
        JsonNode tampered = verified();
        assertThat(tampered.path("holds").asBoolean()).isFalse();
        assertThat(tampered.path("findings").findValuesAsText("text"))
                .anySatisfy(text ->
                        assertThat(text).contains("Sag " + reference, "ics.journal", "ændret uden om systemet"));
    }

    @Test
    void checkpoints_can_be_collected() throws Exception {
        HttpResponse<String> answer = as("tilsyn", "cockpit").get(CHECKPOINTS + "?from=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sagsbehandler", "visitation", "idkontrol", "admin", "partner0147"})
    void others_may_not(String account) {
        Http other = as(account, account.equals("admin") || account.startsWith("partner") ? "cockpit" : "tasklist");

        assertThat(other.json("POST", VERIFICATIONS, "{}").statusCode()).isEqualTo(403);
        assertThat(other.get(CHECKPOINTS).statusCode()).isEqualTo(403);
    }

    @Test
    void an_unknown_verification_is_not_found() {
        assertThat(as("tilsyn", "cockpit")
                        .get(VERIFICATIONS + "/00000000-0000-0000-0000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(as("tilsyn", "cockpit").get(VERIFICATIONS + "/no-id").statusCode())
                .isIn(400, 404);
    }

    private JsonNode verified() throws IOException {
        Http supervisor = as("tilsyn", "cockpit");
        HttpResponse<String> started = supervisor.json("POST", VERIFICATIONS, "{}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        String path =
                VERIFICATIONS + "/" + JSON.readTree(started.body()).path("id").asText();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> JSON.readTree(supervisor.get(path).body()),
                        run -> run.path("state").asText().equals("DONE"));
    }

    private Http as(String account, String app) {
        return WebappUser.login(port, account, "demo", app).http();
    }
}
