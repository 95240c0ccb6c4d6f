package dk.ics.intake.multiply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.oversight.MadeControls;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures of multiplied data say so, and figures of real work do not. */
@IntakeTest
class MarkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SENTENCE =
            "Tallene er fra mangfoldiggjorte data: 1.250 af sagerne er kopier, som er lavet for at afprøve systemet.";
    private static final String OVERVIEW = "/camunda/api/ics/overview";
    private static final String CHOICES = "/camunda/api/ics/controls/choices";
    private static final String COMPLIANCE = "/camunda/api/ics/reports/compliance";
    private static final String RECORD = "/camunda/api/ics/reports/control-record";
    private static final String MARCH = "{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void theMarkGoes() {
        database.execute("set session_replication_role = replica; delete from ics.multiplication");
    }

    @Test
    void what_is_counted_from_copies_says_so_on_screen_and_on_paper() throws IOException {
        assertThat(notice(supervisor().get(OVERVIEW)).isNull()).isTrue();
        assertThat(notice(supervisor().get(CHOICES)).isNull()).isTrue();
        assertThat(notice(supervisor().json("POST", COMPLIANCE, MARCH)).isNull())
                .isTrue();
        assertThat(paper(COMPLIANCE, MARCH)).doesNotContain("mangfoldiggjorte");

        mark();

        assertThat(notice(supervisor().get(OVERVIEW)).asText()).isEqualTo(SENTENCE);
        assertThat(notice(supervisor().get(CHOICES)).asText()).isEqualTo(SENTENCE);
        assertThat(notice(supervisor().json("POST", COMPLIANCE, MARCH)).asText())
                .isEqualTo(SENTENCE);
        assertThat(paper(COMPLIANCE, MARCH)).contains("Tallene er fra mangfoldiggjorte data: 1.250 af sagerne");
    }

    @Test
    void the_record_of_a_copy_says_that_it_is_one_and_that_of_its_original_does_not() throws IOException {
        MadeControls controls = new MadeControls(caseFile, jdbc, transaction);
        CaseReference worked = controls.make(MadeControls.Made.at(TestClock.START.minusDays(3)));
        String copy = "2026-100000007";
        database.execute("insert into ics.case_file select '%s', municipality, category, channel, status, opened_at,"
                        .formatted(copy)
                + " closed_at, outcome from ics.case_file where reference = '%s'".formatted(worked.value()));

        mark();

        assertThat(notice(supervisor().json("POST", RECORD, opened(worked.value())))
                        .isNull())
                .isTrue();
        assertThat(notice(supervisor().json("POST", RECORD, opened(copy))).asText())
                .startsWith("Sagen er en kopi");
        assertThat(paper(RECORD, opened(copy))).contains("Kontrollen har ikke fundet sted");
    }

    private void mark() {
        database.execute(
                "set session_replication_role = replica;"
                        + " insert into ics.multiplication values (1, 1, 50, 4500, '2026-03-01'), (2, 51, 1250, 9000, '2026-03-01')");
    }

    private String paper(String path, String body) {
        return new Pdf(supervisor()
                        .with("Accept", "application/pdf")
                        .file(path, body)
                        .body())
                .text();
    }

    private static String opened(String reference) {
        return "{\"purpose\":\"supervision\",\"reference\":\"%s\"}".formatted(reference);
    }

    private static JsonNode notice(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.has("notice")).isTrue();
        return body.path("notice");
    }

    private Http supervisor() {
        return WebappUser.login(port, "tilsyn", "demo", "cockpit").http();
    }
}
