package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.oversight.MadeControls;
import dk.ics.intake.oversight.MadeControls.Made;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner municipality reads the controls of its own cases, and learns of no other (docs/adr/0124-what-a-partner-reads.md). */
@IntakeTest
class PartnerControlsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ICS = "/camunda/api/ics";
    private static final String SEARCH = ICS + "/controls/search";
    private static final String RECORD = ICS + "/reports/control-record";
    private static final String COURSE = ICS + "/cases/course";

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private MadeControls make;
    private CaseReference own;
    private CaseReference others;

    @Autowired
    void with(CaseFile caseFile, JdbcClient jdbc, TransactionTemplate transaction) {
        make = new MadeControls(caseFile, jdbc, transaction);
    }

    @BeforeEach
    void oneOfTheOwnAndOneOfAnother() {
        database.removeCases();
        own = make.make(Made.at(TestClock.START).in("0147").by("idkontrol"));
        others = make.make(Made.at(TestClock.START).in("0101").by("idkontrol2").inDoubt());
    }

    @AfterEach
    void forget() {
        database.removeCases();
    }

    @Test
    void the_list_its_count_its_filters_and_its_file_hold_the_own_municipality_only() throws IOException {
        Http partner = partner();

        JsonNode all = JSON.readTree(partner.json("POST", SEARCH, "{}").body());
        assertThat(all.path("lines").findValuesAsText("reference")).containsExactly(own.value());
        assertThat(all.path("count").asInt()).isEqualTo(1);
        JsonNode choices = JSON.readTree(partner.get(ICS + "/controls/choices").body());
        assertThat(choices.path("municipalities").findValuesAsText("code")).containsExactly("0147");
        assertThat(choices.path("employees").findValuesAsText("code")).containsExactly("idkontrol");
        HttpResponse<String> file = partner.json("POST", ICS + "/controls/export", "{\"purpose\":\"supervision\"}");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains(own.value()).doesNotContain(others.value(), "København", "idkontrol2");
        assertThat(log("exported")).containsExactly("partner0147 1");
    }

    /** By whatever it is asked for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "municipality":"0101"
        "employee":"idkontrol2"
        "doubt":"yes"
        "outcome":"open"
        "reference":"%s"
        "lacking":"yes"
        """)
    void no_filter_finds_another_municipalitys(String filter) throws IOException {
        String asked = "{" + filter.formatted(others.value()) + "}";

        JsonNode found = JSON.readTree(partner().json("POST", SEARCH, asked).body());

        assertThat(found.path("lines")).isEmpty();
        assertThat(found.path("count").asInt(-1)).isZero();
    }

    @Test
    void the_record_its_pdf_and_the_course_are_those_of_the_own_cases() throws IOException {
        Http partner = partner();

        JsonNode record =
                JSON.readTree(partner.json("POST", RECORD, body(own.value())).body());
        assertThat(record.at("/subject/reference").asText()).isEqualTo(own.value());
        assertThat(record.at("/controls/0/controlledBy/userId").asText()).isEqualTo("idkontrol");
        HttpResponse<byte[]> pdf = partner.with("Accept", "application/pdf").file(RECORD, body(own.value()));
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        JsonNode course =
                JSON.readTree(partner.json("POST", COURSE, body(own.value())).body());
        assertThat(course.path("reference").asText()).isEqualTo(own.value());
        assertThat(log("recordShown", "recordTaken", "opened"))
                .containsExactlyInAnyOrder("partner0147 " + own, "partner0147 " + own, "partner0147 " + own);
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORD, COURSE, COURSE + "/diagram"})
    void another_municipalitys_case_is_as_absent_as_none_and_nothing_is_logged(String path) {
        String more = path.endsWith("diagram") ? ",\"instance\":\"x\"}" : "}";
        HttpResponse<String> foreign =
                partner().json("POST", path, body(others.value()).replace("}", more));
        HttpResponse<String> absent =
                partner().json("POST", path, body("2026-999999").replace("}", more));

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(absent.body());
        assertThat(log("recordShown", "recordTaken", "opened")).isEmpty();
    }

    /** A case that has moved away is the other municipality's from then on, its control is still one this one made. */
    @Test
    void a_case_that_has_moved_is_listed_as_a_control_and_cannot_be_opened() throws IOException {
        new JdbcTemplate(database.as("postgres"))
                .update("update ics.case_file set municipality = '0101' where reference = ?", own.value());
        Http partner = partner();

        assertThat(JSON.readTree(partner.json("POST", SEARCH, "{}").body())
                        .path("lines")
                        .findValuesAsText("reference"))
                .containsExactly(own.value());
        assertThat(partner.json("POST", RECORD, body(own.value())).statusCode()).isEqualTo(404);
        assertThat(partner.json("POST", COURSE, body(own.value())).statusCode()).isEqualTo(404);
    }

    /** What goes across municipalities, or names people before a case is asked for. */
    @Test
    void the_rest_is_the_supervisions() {
        Http partner = partner();

        for (String path : List.of(
                "/overview", "/evidence/state", "/evidence/checkpoints", "/supervisions", "/training", "/procedures")) {
            assertThat(partner.get(ICS + path).statusCode()).as(path).isEqualTo(403);
        }
        for (String path : List.of(
                "/evidence/verifications",
                "/supervisions",
                "/reports/compliance",
                "/cases/search",
                "/cases/open",
                "/cases/page",
                "/cases/original",
                "/cases/address",
                "/cases/note")) {
            assertThat(partner.json("POST", ICS + path, "{}").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private Http partner() {
        return WebappUser.login(port, "partner0147", "demo", "cockpit").http();
    }

    private static String body(String reference) {
        return "{\"purpose\":\"supervision\",\"reference\":\"%s\"}".formatted(reference);
    }

    /** Who did one of these, with the case or, for an export, how many controls it held. */
    private List<String> log(String... acts) {
        return new JdbcTemplate(database.as("postgres"))
                .queryForList(
                        "select user_id || ' ' || coalesce(case_reference, hits::text) from ics.case_access where act = any(?)",
                        String.class,
                        (Object) acts);
    }
}
