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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Agreements as the administrator keeps them. Stevns (0336) was a partner once and has none to begin with. */
@IntakeTest
class AgreementApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGREEMENTS = "/camunda/api/ics/agreements";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @AfterEach
    void forgetStevns() {
        database.execute("delete from ics.agreement_change where municipality = '0336'");
        database.execute("delete from ics.agreement where municipality = '0336'");
    }

    @Test
    void the_host_and_37_partners_have_left_everything_for_everybody() throws IOException {
        JsonNode frederiksberg = json(admin().get(AGREEMENTS + "?municipality=0147"));

        assertThat(frederiksberg).hasSize(80);
        assertThat(frederiksberg.findValuesAsText("municipalityName")).containsOnly("Frederiksberg");
        assertThat(json(admin().get(AGREEMENTS + "?municipality=0336"))).isEmpty();
    }

    @Test
    void an_agreement_is_concluded_changed_and_remembered_with_who_did_it() throws IOException {
        HttpResponse<String> answer = conclude("[\"euStudent\"]", "[\"cprNumber\",\"mitId\"]", "2026-04-01", "null");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode concluded = json(answer);
        assertThat(concluded).hasSize(2);
        String id = concluded.at("/0/agreement/id").asText();

        HttpResponse<String> changed = admin().json(
                        "PUT",
                        AGREEMENTS + "/" + id,
                        "{\"validFrom\":\"2026-04-01\",\"validTo\":\"2026-12-31\",\"reservation\":\"Kun kollegiet.\"}");

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        JsonNode changes = json(admin().get(AGREEMENTS + "/" + id + "/changes"));
        assertThat(changes.findValuesAsText("act")).containsExactly("concluded", "changed");
        assertThat(changes.findValuesAsText("userId")).containsOnly("admin");
        assertThat(changes.at("/1/validTo").asText()).isEqualTo("2026-12-31");
        assertThat(changes.at("/1/reservation").asText()).isEqualTo("Kun kollegiet.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, null, 400",
        "2026-12-31, null, 400",
        "2027-01-01, null, 201",
        "2026-01-01, '\"2026-04-01\"', 400",
        "2026-01-01, '\"2026-03-31\"', 201",
        "2026-01-01, '\"2027-06-01\"', 400"
    })
    void periods_do_not_overlap(String from, String to, int status) throws IOException {
        conclude("[\"euStudent\"]", "[\"cprNumber\"]", "2026-04-01", "\"2026-12-31\"");

        HttpResponse<String> second = conclude("[\"euWorker\",\"euStudent\"]", "[\"cprNumber\"]", from, to);

        assertThat(second.statusCode()).as(second.body()).isEqualTo(status);
        if (status == 400) {
            assertThat(json(second).at("/fields/validFrom").asText()).startsWith("Perioden overlapper");
            assertThat(json(admin().get(AGREEMENTS + "?municipality=0336")))
                    .as("all or none")
                    .hasSize(1);
        }
    }

    @Test
    void of_two_that_conclude_the_same_at_once_one_is_told() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> once = () -> conclude("[\"nordic\"]", "[\"cprNumber\"]", "2026-04-01", "null")
                    .statusCode();
            List<Integer> statuses = new java.util.ArrayList<>();
            for (var status : pool.invokeAll(List.of(once, once))) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 400);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"municipality":"9999"}                                                                       | municipality,categories,services,validFrom
        {"municipality":"0000","categories":["euWorker"],"services":["cprNumber"],"validFrom":"2026-04-01"} | municipality
        {"municipality":"0336","categories":["tourist"],"services":["cprNumber"],"validFrom":"2026-04-01"} | categories
        {"municipality":"0336","categories":["euWorker"],"services":["pizza"],"validFrom":"2026-04-01"} | services
        {"municipality":"0336","categories":["euWorker","euWorker"],"services":["mitId"],"validFrom":"2026-04-01"} | categories
        {"municipality":"0336","categories":["euWorker"],"services":["mitId"],"validFrom":"2026-02-30"} | validFrom
        {"municipality":"0336","categories":["euWorker"],"services":["mitId"],"validFrom":"1066-01-01"} | validFrom
        {"municipality":"0336","categories":["euWorker"],"services":["mitId"],"validFrom":"2026-04-01","validTo":"2026-03-31"} | validTo
        {"municipality":"0336","categories":["euWorker"],"services":["mitId"],"validFrom":"2026-04-01","reservation":"<b>x</b>"} | reservation
        {"municipality":"0336","categories":["euWorker"],"services":["mitId"],"validFrom":"2026-04-01","dorm":"x"} | dorm
        """)
    void bad_input_gets_a_danish_sentence_at_its_field(String body, String fields) throws IOException {
        HttpResponse<String> answer = admin().json("POST", AGREEMENTS, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode refused = json(answer);
        assertThat(refused.path("message").asText()).isEqualTo("Ret de nævnte felter, og send igen.");
        assertThat(refused.path("fields").fieldNames()).toIterable().containsExactlyInAnyOrder(fields.split(","));
        refused.path("fields").forEach(sentence -> assertThat(sentence.asText()).endsWith("."));
    }

    @Test
    void what_is_no_json_or_names_no_agreement_is_told_so() {
        assertThat(admin().json("POST", AGREEMENTS, "[]").statusCode()).isEqualTo(400);
        assertThat(admin().json("POST", AGREEMENTS, "{").statusCode()).isEqualTo(400);
        String nobody = AGREEMENTS + "/00000000-0000-0000-0000-000000000000";
        assertThat(admin().json("PUT", nobody, "{\"validFrom\":\"2026-04-01\"}").statusCode())
                .isEqualTo(404);
        assertThat(admin().get(AGREEMENTS + "/x/changes").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 200, 400",
        "tilsyn, 200, 403",
        "visitation, 403, 403",
        "sagsbehandler, 403, 403",
        "idkontrol, 403, 403",
        "specialist, 403, 403",
        "bif, 403, 403",
        "partner0147, 403, 403"
    })
    void the_administrator_writes_and_the_supervisor_reads(String account, int reads, int writes) {
        String app = List.of("partner0147", "admin").contains(account) ? "cockpit" : "tasklist";
        Http http = WebappUser.login(port, account, "demo", app).http();

        assertThat(http.get(AGREEMENTS + "?municipality=0147").statusCode()).isEqualTo(reads);
        assertThat(http.json("POST", AGREEMENTS, "{\"municipality\":\"x\"}").statusCode())
                .isEqualTo(writes);
    }

    private Http admin() {
        return WebappUser.login(port, "admin", "demo", "cockpit").http();
    }

    private HttpResponse<String> conclude(String categories, String services, String from, String to) {
        return admin().json("POST", AGREEMENTS, """
                        {"municipality":"0336","categories":%s,"services":%s,"validFrom":"%s","validTo":%s}
                        """.formatted(categories, services, from, to));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.body()).isNotBlank();
        return JSON.readTree(answer.body());
    }
}
