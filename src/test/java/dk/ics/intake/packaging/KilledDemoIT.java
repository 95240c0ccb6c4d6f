package dk.ics.intake.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo is killed as a power switch would, and is up again at the first try with what it had stored. */
class KilledDemoIT {

    @TempDir
    private Path directory;

    @Test
    void isUpAtTheFirstTryWithWhatItHadStored() throws Exception {
        String application = Files.readString(Path.of("samples/german-engineer.json"));
        String reference;
        String draft;
        try (Launch killed = demo().awaitHealthy()) {
            assertThat(killed.post("/api/demo/clock", "admin", "demo", "{\"advance\":\"P14D\"}")
                            .body())
                    .contains("PT336H");
            HttpResponse<String> sent = killed.post("/api/applications", "", "", application);
            assertThat(sent.statusCode()).isEqualTo(201);
            reference = sent.body();
            draft = typeWithoutSending(killed);
            killed.process().destroyForcibly().waitFor();
        }

        try (Launch restarted = demo().awaitHealthy()) {
            assertThat(restarted
                            .post("/api/demo/clock", "admin", "demo", "{\"advance\":\"PT1H\"}")
                            .body())
                    .contains("PT337H");
            assertThat(restarted.post("/api/applications", "", "", application).body())
                    .as("the case of before, not a second one")
                    .isEqualTo(reference);
            assertThat(restarted
                            .get("/engine-rest/task/count", "visitation", "demo")
                            .body())
                    .contains("\"count\":1");
            assertThat(WebappUser.login(restarted.port(), "visitation", "demo", "tasklist")
                            .http()
                            .get("/camunda/api/engine/engine/default/task/" + draft + "/form-variables")
                            .body())
                    .as("what was typed and not sent")
                    .contains("\"city\":{\"type\":\"String\",\"value\":\"Grevinge\"");

            try (Launch second = demo()) {
                assertThat(second.exitCode()).isNotZero();
                assertThat(second.output())
                        .contains("Another application runs on the data folder", "ICS_DATA_DIR")
                        .doesNotContain("\tat ");
            }
            assertThat(restarted.get("/actuator/health", "", "").statusCode()).isEqualTo(200);
        }
    }

    /** @return the task with the draft */
    private static String typeWithoutSending(Launch demo) throws Exception {
        Http caseworker =
                WebappUser.login(demo.port(), "visitation", "demo", "tasklist").http();
        String engine = "/camunda/api/engine/engine/default/task";
        String task = new ObjectMapper()
                .readTree(caseworker.get(engine).body())
                .at("/0/id")
                .asText();
        assertThat(caseworker
                        .json("POST", engine + "/" + task + "/claim", "{\"userId\":\"visitation\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(caseworker
                        .json(
                                "PUT",
                                "/camunda/api/ics/task/" + task + "/draft",
                                "{\"variables\":{\"city\":{\"value\":\"Grevinge\"}}}")
                        .statusCode())
                .isEqualTo(204);
        return task;
    }

    private Launch demo() throws Exception {
        Map<String, String> environment =
                Map.of("ICS_DATA_DIR", directory.resolve("data").toString(), "ICS_SIMULATOR_PORT", "0");
        return Launch.start(
                directory, environment, Launch.java(Launch.jar().toAbsolutePath(), "--spring.profiles.active=demo"));
    }
}
