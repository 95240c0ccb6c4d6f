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
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
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

/** The list of controls and the overview, as Cockpit asks for them. */
@IntakeTest
class ControlApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTROLS = "/camunda/api/ics/controls";
    private static final ZonedDateTime TODAY = TestClock.START;

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    IdentityService identityService;

    private MadeControls make;
    private CaseReference plain;
    private CaseReference special;

    @Autowired
    void with(CaseFile caseFile, JdbcClient jdbc, TransactionTemplate transaction) {
        make = new MadeControls(caseFile, jdbc, transaction);
    }

    /** One that fits no filter but its own date, and one that fits every filter. */
    @BeforeEach
    void twoControls() {
        database.removeCases();
        database.execute("""
                insert into ics.procedure (version, title, changes, decision_version, valid_from)
                select 'try-7', 'Identitetskontrol', 'Prøve.', 1, '2026-02-01'
                where not exists (select from ics.procedure where version = 'try-7')
                """);
        plain = make.make(Made.at(TODAY.minusDays(40)).in("0101").by("idkontrol2"));
        special = make.make(Made.at(TODAY).inDoubt().onPhoto().after("try-7"));
        make.draw(special);
        make.review(special);
    }

    @AfterEach
    void forgetWhatWasTried() {
        database.removeCases();
        database.execute("delete from ics.procedure where version like 'try-%'");
        identityService.deleteUser("formel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "from":"2026-03-02"
        "from":"2026-02-01","to":"2026-03-02"
        "municipality":"0147"
        "employee":"idkontrol"
        "outcome":"open"
        "doubt":"yes"
        "photo":"yes"
        "procedure":"try-7"
        "supervision":"reviewed"
        "sort":"municipality","municipality":"0147","employee":"idkontrol","outcome":"open","doubt":"yes","photo":"yes"
        """)
    void each_filter_finds_the_control_it_is_for(String filter) throws IOException {
        JsonNode found = json(supervisor().json("POST", CONTROLS + "/search", "{" + filter + "}"));

        assertThat(found.path("lines").findValuesAsText("reference")).containsExactly(special.value());
        assertThat(found.path("count").asInt()).isEqualTo(1);
        assertThat(found.path("atLeast").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "to":"2026-02-15"
        "outcome":"approved"
        "doubt":"no"
        "photo":"no"
        "supervision":"none"
        """)
    void and_its_opposite_the_other(String filter) throws IOException {
        JsonNode found = json(supervisor().json("POST", CONTROLS + "/search", "{" + filter + "}"));

        assertThat(found.path("lines").findValuesAsText("reference")).containsExactly(plain.value());
    }

    @Test
    void a_control_that_lacks_a_requirement_is_found_in_the_list_and_in_the_file() throws IOException {
        database.execute(
                "delete from ics.control_requirement where case_reference = '%s' and requirement = 'documentGenuine'"
                        .formatted(plain.value()));

        String asked = "\"from\":\"2026-01-01\",\"to\":\"2026-01-31\",\"lacking\":\"yes\"";
        JsonNode found = json(supervisor().json("POST", CONTROLS + "/search", "{" + asked + "}"));
        assertThat(found.path("lines").findValuesAsText("reference")).containsExactly(plain.value());
        assertThat(supervisor()
                        .json("POST", CONTROLS + "/export", "{\"purpose\":\"supervision\"," + asked + "}")
                        .body())
                .contains(plain.value())
                .doesNotContain(special.value());
        JsonNode whole = json(supervisor().json("POST", CONTROLS + "/search", "{\"lacking\":\"no\"}"));
        assertThat(whole.path("lines").findValuesAsText("reference")).containsExactly(special.value());
    }

    @Test
    void a_case_is_found_by_its_number_as_people_write_it() throws IOException {
        String[] parts = special.value().split("-");
        String typed = parts[0] + " - " + Integer.parseInt(parts[1]);

        JsonNode found =
                json(supervisor().json("POST", CONTROLS + "/search", "{\"reference\":\"%s\"}".formatted(typed)));

        assertThat(found.path("lines").findValuesAsText("reference")).containsExactly(special.value());
        JsonNode line = found.at("/lines/0");
        assertThat(line.at("/employee/label").asText()).isEqualTo("Ida Krogh");
        assertThat(line.at("/municipality/label").asText()).isEqualTo("Frederiksberg");
        assertThat(line.at("/supervision/label").asText()).isEqualTo("Gennemgået");
        assertThat(found.toString()).doesNotContain("Nowak");
    }

    @Test
    void the_next_page_goes_on_where_the_one_before_ended() throws IOException {
        for (int i = 0; i < 55; i++) {
            make.make(Made.at(TODAY.minusDays(1)));
        }
        JsonNode first = json(supervisor().json("POST", CONTROLS + "/search", "{}"));
        assertThat(first.path("lines")).hasSize(50);
        assertThat(first.at("/lines/0/reference").asText()).as("the newest").isEqualTo(special.value());
        JsonNode second = json(supervisor()
                .json(
                        "POST",
                        CONTROLS + "/search",
                        "{\"after\":\"%s\"}".formatted(first.path("after").asText())));

        assertThat(second.path("lines")).hasSize(7);
        assertThat(second.path("after").isNull()).isTrue();
        assertThat(second.path("count").isNull()).as("counted once").isTrue();
        assertThat(second.path("lines").findValuesAsText("reference"))
                .contains(plain.value())
                .doesNotContainAnyElementsOf(first.path("lines").findValuesAsText("reference"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"from":"2026-02-30"}                      | from
        {"from":"2026-02-02","to":"2026-02-01"}    | to
        {"municipality":"9999"}                    | municipality
        {"outcome":"maybe"}                        | outcome
        {"doubt":"perhaps"}                        | doubt
        {"supervision":"x"}                        | supervision
        {"lacking":"maybe"}                        | lacking
        {"reference":"'; drop table"}              | reference
        {"sort":"controlled_by; drop table"}       | sort
        {"after":"AAAA"}                           | after
        {"name":"Nowak"}                           | name
        """)
    void what_cannot_be_looked_for_is_refused_at_its_field(String body, String field) throws IOException {
        HttpResponse<String> answer = supervisor().json("POST", CONTROLS + "/search", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("fields").fieldNames()).toIterable().containsExactly(field);
    }

    @Test
    void the_file_holds_what_the_filter_shows_and_no_formula_and_is_logged() {
        User user = identityService.newUser("formel");
        user.setFirstName("=HYPERLINK(\"http://example.org\";\"Klik\")");
        user.setLastName("");
        identityService.saveUser(user);
        CaseReference hostile = make.make(Made.at(TODAY).by("formel"));

        HttpResponse<String> answer = supervisor()
                .json("POST", CONTROLS + "/export", "{\"purpose\":\"supervision\",\"from\":\"2026-03-01\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"kontroller-2026-03-02.csv\"");
        assertThat(answer.body())
                .startsWith("\uFEFFSag;")
                .contains(special.value(), hostile.value())
                .doesNotContain(plain.value(), "Nowak")
                .contains(";\"'=HYPERLINK(\"\"http://example.org\"\";\"\"Klik\"\")\";");
        Map<String, Object> logged = new JdbcTemplate(database.as("postgres"))
                .queryForMap("select * from ics.case_access where act = 'exported'");
        assertThat(logged).containsEntry("user_id", "tilsyn").containsEntry("purpose", "supervision");
        assertThat(logged).containsEntry("hits", 2).containsEntry("case_reference", null);
        assertThat(logged.get("criteria")).hasToString("{from}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"purpose\":\"\"}", "{\"purpose\":\"curiosity\"}"})
    void without_a_purpose_nothing_is_taken_along(String body) throws IOException {
        HttpResponse<String> answer = supervisor().json("POST", CONTROLS + "/export", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("fields").fieldNames()).toIterable().containsExactly("purpose");
        assertThat(new JdbcTemplate(database.as("postgres"))
                        .queryForObject("select count(*) from ics.case_access", Long.class))
                .isZero();
    }

    @Test
    void the_filters_offer_what_there_is() throws IOException {
        JsonNode choices = json(supervisor().get(CONTROLS + "/choices"));

        assertThat(choices.path("employees").findValuesAsText("code")).containsExactly("idkontrol", "idkontrol2");
        assertThat(choices.path("municipalities").findValuesAsText("label")).contains("København", "Frederiksberg");
        assertThat(choices.path("procedures").findValuesAsText("code")).contains("2026-1", "try-7");
        assertThat(choices.path("purposes").findValuesAsText("code")).contains("supervision");
        assertThat(choices.path("outcomes")).hasSize(4);
    }

    @Test
    void the_overview_counts_in_one_call() throws IOException {
        JsonNode figures = json(supervisor().get("/camunda/api/ics/overview"));

        assertThat(figures.path("controlsToday").asInt()).isEqualTo(1);
        assertThat(figures.path("controlsThisMonth").asInt()).isEqualTo(1);
        assertThat(figures.path("months")).hasSize(12);
        assertThat(figures.at("/months/11/first").asText()).isEqualTo("2026-03-01");
        assertThat(figures.at("/months/11/doubts").asInt()).isEqualTo(1);
        assertThat(figures.at("/months/11/photos").asInt()).isEqualTo(1);
        assertThat(figures.at("/months/10/controls").asInt()).isZero();
        assertThat(figures.at("/months/9/controls").asInt()).isEqualTo(1);
        assertThat(figures.at("/documented/of").asInt()).isEqualTo(1);
        assertThat(figures.at("/documented/part").asInt()).isEqualTo(1);
        assertThat(figures.at("/doubts/open").asInt()).isEqualTo(1);
        assertThat(figures.at("/authorities").findValuesAsText("code")).contains("cpr", "nidc");
        // The demo's people passed their courses on the day on which this machine's clock stands, maybe after this one.
        assertThat(figures.at("/training/valid").asInt()
                        + figures.at("/training/expiring").asInt()
                        + figures.at("/training/expired").asInt()
                        + figures.at("/training/missing").asInt())
                .isEqualTo(3);
        assertThat(figures.toString()).doesNotContain("Nowak", special.value());
    }

    @Test
    void a_record_that_lacks_something_and_a_deadline_that_passed_are_counted() throws IOException {
        database.execute("set session_replication_role = replica;"
                + " delete from ics.control_requirement where case_reference = '%s' and requirement = 'documentGenuine';"
                        .formatted(special.value())
                + " insert into ics.deadline (case_reference, code, due) values ('%s', 'hearing', '2026-02-20')"
                        .formatted(special.value()));

        JsonNode figures = json(supervisor().get("/camunda/api/ics/overview"));

        assertThat(figures.at("/documented/part").asInt()).isZero();
        assertThat(figures.at("/overdue/cases").asInt()).isEqualTo(1);
        assertThat(figures.at("/overdue/oldest").asText()).isEqualTo("2026-02-20");
    }

    @Test
    void the_state_of_the_ledger_is_told() throws IOException {
        JsonNode state = json(supervisor().get("/camunda/api/ics/evidence/state"));

        assertThat(state.at("/ledger/entries").asLong()).isPositive();
        assertThat(state.at("/ledger/uncovered").asLong())
                .isEqualTo(state.at("/ledger/entries").asLong());
        assertThat(state.at("/ledger/checkpoint").isNull()).isTrue();
        assertThat(state.path("at").asText()).startsWith("2026-03-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sagsbehandler", "visitation", "idkontrol", "specialist", "bif", "admin"})
    void nobody_else_reaches_any_of_it(String account) {
        String app = account.equals("admin") ? "cockpit" : "tasklist";
        Http other = WebappUser.login(port, account, "demo", app).http();

        for (String path :
                List.of(CONTROLS + "/choices", "/camunda/api/ics/overview", "/camunda/api/ics/evidence/state")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
        }
        for (String path : List.of(CONTROLS + "/search", CONTROLS + "/export")) {
            HttpResponse<String> answer = other.json("POST", path, "{\"purpose\":\"supervision\"}");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).doesNotContain(special.value());
        }
    }

    @Test
    void nothing_is_changed_without_the_token_and_nothing_is_shown_without_a_login() {
        WebappUser user = WebappUser.login(port, "tilsyn", "demo", "cockpit");

        assertThat(user.withoutToken()
                        .json("POST", CONTROLS + "/export", "{\"purpose\":\"supervision\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Http.anonymous(port).get(CONTROLS + "/choices").statusCode()).isEqualTo(401);
    }

    private Http supervisor() {
        return WebappUser.login(port, "tilsyn", "demo", "cockpit").http();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
