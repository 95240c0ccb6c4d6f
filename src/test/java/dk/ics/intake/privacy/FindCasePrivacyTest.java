package dk.ics.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is looked for is a person's too: it stands in no log, no engine table and no line of the access log. */
@IntakeTest
class FindCasePrivacyTest {

    private static final String SEARCH = "/camunda/api/ics/cases/search";
    private static final Act ACT = Act.bySystem("test");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    TestDatabase database;

    @Autowired
    ObjectMapper json;

    private final Map<String, Object> person = person();

    @Test
    void aSearchLeavesNothingOfThePerson() throws Exception {
        var reference = caseFile.open(new MunicipalityCode("0147"), "euWorker", "phone", ACT);
        caseFile.write(reference, person, ACT);
        var needles = Needles.of(person);
        needles.add("misspelt", "Quistgaard Zsymanski");
        var user = WebappUser.login(port, "sagsbehandler", "demo", "tasklist");
        try (var log = new CapturedLog()) {
            for (var entered : entries()) {
                assertThat(send(user, SEARCH, entered).statusCode()).isEqualTo(200);
            }
            send(user, "/camunda/api/ics/cases/open", Map.of("purpose", "inquiry", "reference", reference.value()));
            refused(user, needles);
            failing(user, needles);

            assertThat(log.lines()).as("the failure is in the log").isNotEmpty();
            assertThat(new PrivacyScan(needles).lines("log", log.lines())).isEmpty();
        }
        try (var connection = database.as("postgres").getConnection()) {
            assertThat(new PrivacyScan(needles).engineTables(connection)).isEmpty();
        }
        var lines = JdbcClient.create(database.as("app"))
                .sql("select a::text from ics.case_access a")
                .query(String.class)
                .list();
        assertThat(lines).hasSize(entries().size() + 1);
        assertThat(new PrivacyScan(needles).lines("access log", lines)).isEmpty();
    }

    private void refused(WebappUser user, Needles needles) throws Exception {
        var wrong = new LinkedHashMap<String, String>();
        person.forEach(
                (key, value) -> wrong.put("identityDocumentNumber".equals(key) ? "phone" : "birthDate", "" + value));
        for (var body : List.of(
                json.writeValueAsString(wrong),
                "{\"" + person.get("familyName") + "\":1}",
                "{\"name\":\"" + person.get("familyName"))) {
            var answer = user.http().json("POST", SEARCH, body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(needles.foundIn(answer.body())).isEmpty();
        }
    }

    /** Without the access log there is no search, and the failure tells nothing of what was looked for. */
    private void failing(WebappUser user, Needles needles) throws Exception {
        database.execute("alter table ics.case_access rename to case_access_away");
        try {
            for (var entered : entries()) {
                var answer = send(user, SEARCH, entered);
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(needles.foundIn(answer.body())).isEmpty();
            }
        } finally {
            database.execute("alter table ics.case_access_away rename to case_access");
        }
    }

    private List<Map<String, String>> entries() {
        return List.of(
                Map.of("purpose", "inquiry", "name", "Quistgaard Zsymanski", "birthDate", "23.11.1987"),
                Map.of("purpose", "inquiry", "email", "" + person.get("email")),
                Map.of("purpose", "inquiry", "phone", "" + person.get("phone")),
                Map.of("purpose", "inquiry", "documentNumber", "" + person.get("identityDocumentNumber")));
    }

    private HttpResponse<String> send(WebappUser user, String path, Map<String, String> body) throws Exception {
        return user.http().json("POST", path, json.writeValueAsString(body));
    }

    private static Map<String, Object> person() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("familyName", "Quistgård-Zßymański");
        person.put("givenNames", "Xaveríos Þorvald");
        person.put("birthDate", LocalDate.of(1987, 11, 23));
        person.put("identityDocumentNumber", "X9Q7K4Z21");
        person.put("email", "xaverios.q@nowhere-mail.example");
        person.put("phone", "+420 731 998 441");
        person.put("addressLine", "Kattegatstræde 998, 7. mf.");
        return person;
    }
}
