package dk.ics.intake.process.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** »Fremmøde i dag« over HTTP. */
@IntakeTest
class DeskOfTodayTest {

    private static final String DESK = "/camunda/api/ics/desk";
    private static final Act ACT = Act.bySystem("test");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestClock clock;

    @ParameterizedTest
    @CsvSource(textBlock = """
            visitation,    tasklist, 200
            sagsbehandler, tasklist, 403
            idkontrol,     tasklist, 403
            bif,           tasklist, 403
            tilsyn,        tasklist, 403
            partner0147,   cockpit,  403
            admin,         admin,    403
            """)
    void onlyTheDeskReadsIt(String account, String app, int status) {
        assertThat(WebappUser.login(port, account, "demo", app).http().get(DESK).statusCode())
                .isEqualTo(status);
        assertThat(Http.anonymous(port).get(DESK).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("those of today, each where it stands, with the task by which the desk goes on")
    void ofToday() throws IOException {
        OffsetDateTime now = TestClock.START.toOffsetDateTime();
        CaseReference expected = comes("Ventet", now.plusHours(1), "checkIn");
        CaseReference waiting = comes("Mødt", now.minusMinutes(5), "callUp");
        caseFile.write(waiting, Map.of("checkedInAt", now), ACT);
        CaseReference called = comes("Kaldt", now, null);
        caseFile.write(
                called, Map.of("checkedInAt", now.minusMinutes(40), "calledUpAt", now.minusMinutes(5), "desk", 7), ACT);
        CaseReference missed = comes("Udebleven", now.minusDays(3), "checkIn");
        CaseReference tomorrow = comes("Morgen", now.plusDays(1), "checkIn");
        CaseReference closed = comes("Lukket", now.plusHours(2), null);
        caseFile.close(closed, "withdrawn", ACT);
        clock.advance(Duration.ofSeconds(12 * 60 + 30));

        JsonNode desk = read();

        assertThatObject(one(desk.path("visits"), expected))
                .returns("expected", row -> row.path("state").asText())
                .returns("Anna Ventet", row -> row.path("name").asText())
                .returns("Gentofte", row -> row.path("municipality").asText())
                .returns("checkIn", row -> row.at("/task/form").asText())
                .returns(true, row -> row.path("waitedMinutes").isNull());
        assertThatObject(one(desk.path("visits"), waiting))
                .returns("waiting", row -> row.path("state").asText())
                .returns("callUp", row -> row.at("/task/form").asText())
                .returns(12, row -> row.path("waitedMinutes").asInt());
        assertThatObject(one(desk.path("visits"), called))
                .as("the desk has no task with it any more")
                .returns("called_up", row -> row.path("state").asText())
                .returns(true, row -> row.path("name").isNull())
                .returns(7, row -> row.path("desk").asInt())
                .returns(35, row -> row.path("waitedMinutes").asInt());
        assertThat(one(desk.path("missed"), missed).path("name").asText()).isEqualTo("Anna Udebleven");
        assertThat(references(desk)).doesNotContain(tomorrow.value(), closed.value());
        assertThat(desk.at("/waits/longest").asInt()).isGreaterThanOrEqualTo(35);
    }

    private CaseReference comes(String familyName, OffsetDateTime at, @Nullable String task) {
        CaseReference reference = caseFile.open(new MunicipalityCode("0157"), "euWorker", "digital", ACT);
        caseFile.write(reference, Map.of("givenNames", "Anna", "familyName", familyName, "appointmentAt", at), ACT);
        if (task != null) {
            runtime.createProcessInstanceByKey("intake")
                    .businessKey(reference.value())
                    .setVariables(Map.of("caseReference", reference.value(), "municipality", "0157"))
                    .startBeforeActivity(task)
                    .execute();
        }
        return reference;
    }

    private JsonNode read() throws IOException {
        return JSON.readTree(WebappUser.login(port, "visitation", "demo", "tasklist")
                .http()
                .get(DESK)
                .body());
    }

    private static JsonNode one(JsonNode rows, CaseReference reference) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("reference").asText().equals(reference.value()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> references(JsonNode desk) {
        return desk.findValuesAsText("reference");
    }
}
