package dk.ics.intake.process.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** »Find sag« over HTTP: who may, what it refuses, and the whole case with and without an open task. */
@IntakeTest
class FindCaseTest {

    private static final String SEARCH = "/camunda/api/ics/cases/search";
    private static final String OPEN = "/camunda/api/ics/cases/open";
    private static final Act ACT = Act.bySystem("test");

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Autowired
    Deadlines deadlines;

    @Autowired
    ManagementService management;

    @Autowired
    CaseNames names;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @CsvSource(textBlock = """
            visitation,    tasklist, 200, 200
            sagsbehandler, tasklist, 200, 200
            idkontrol,     tasklist, 200, 200
            specialist,    tasklist, 200, 200
            bif,           tasklist, 200, 200
            tilsyn,        tasklist, 200, 200
            partner0147,   cockpit,  200, 403
            admin,         admin,    403, 403
            """)
    void whoWorksCasesOrWatchesMaySearch(String account, String app, int purposes, int status) {
        CaseReference reference = person("0147", "Ret", "Tigheder");
        WebappUser user = WebappUser.login(port, account, "demo", app);

        assertThat(user.http().get("/camunda/api/ics/cases/purposes").statusCode())
                .isEqualTo(purposes);
        assertThat(search(user, Map.of("purpose", "inquiry", "name", "Ret")).statusCode())
                .isEqualTo(status);
        assertThat(open(user, "inquiry", reference.value()).statusCode()).isEqualTo(status);
    }

    @Test
    void nobodyElse() {
        for (String path : List.of(SEARCH, OPEN)) {
            assertThat(Http.anonymous(port).json("POST", path, "{}").statusCode())
                    .isEqualTo(401);
            assertThat(Http.basic(port, "sagsbehandler", "demo")
                            .json("POST", path, "{}")
                            .statusCode())
                    .as("the web applications' paths know sessions only")
                    .isEqualTo(401);
            WebappUser user = worker("sagsbehandler");
            assertThat(user.withoutToken().json("POST", path, "{}").statusCode())
                    .as("a state change needs the session's token")
                    .isEqualTo(403);
            assertThat(user.http().get(path).statusCode())
                    .as("nothing personal in an address")
                    .isEqualTo(403);
        }
    }

    @Test
    void anotherMunicipalitysCaseIsAsAbsentAsNone() throws IOException {
        CaseReference unknownMunicipality = person("0000", "Hemmelig", "Harald");
        WebappUser caseworker = worker("sagsbehandler");

        HttpResponse<String> foreign = open(caseworker, "inquiry", unknownMunicipality.value());
        HttpResponse<String> absent = open(caseworker, "inquiry", "2026-999999");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(absent.body());
        assertThat(hits(search(caseworker, Map.of("purpose", "inquiry", "name", "Hemmelig"))))
                .isEmpty();

        WebappUser visitation = worker("visitation");
        assertThat(open(visitation, "inquiry", unknownMunicipality.value()).statusCode())
                .isEqualTo(200);
        assertThat(hits(search(visitation, Map.of("purpose", "inquiry", "name", "Hemelig"))))
                .containsExactly(unknownMunicipality.value());
    }

    @Test
    void refusesInDanishAtTheField() throws IOException {
        WebappUser user = worker("sagsbehandler");

        HttpResponse<String> nothing = search(user, Map.of("purpose", "inquiry"));
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(json.readTree(nothing.body()).path("message").asText()).isEqualTo("Udfyld mindst ét felt.");

        HttpResponse<String> wrong = search(user, Map.of("birthDate", "Zwölferhorn", "email", "Kvistgaardsvej"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        JsonNode fields = json.readTree(wrong.body()).path("fields");
        assertThat(fields.path("purpose").asText()).isEqualTo("Vælg, hvad du skal bruge sagen til.");
        assertThat(fields.path("birthDate").asText()).isEqualTo("Skriv fødselsdatoen som 14.05.1991.");
        assertThat(fields.path("email").asText()).isEqualTo("Skriv hele e-mailadressen, fx navn@firma.dk.");
        assertThat(wrong.body()).doesNotContain("Zwölferhorn", "Kvistgaardsvej");

        assertThat(open(user, "", "2026-000001").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"Zwölferhorn\"",
                "{\"Zwölferhorn\":\"x\"}",
                "{\"purpose\":\"inquiry\",\"name\":{\"Zwölferhorn\":1}}",
                "{\"purpose\":\"inquiry\",\"name\":[\"Zwölferhorn\"]}",
                "{\"purpose\":\"inquiry\",\"name\":17}",
                "{\"purpose\":\"inquiry\",\"name\":\"Zwölferhorn\""
            })
    void repeatsNothingOfWhatItCannotRead(String body) {
        for (String path : List.of(SEARCH, OPEN)) {
            HttpResponse<String> answer = worker("sagsbehandler").http().json("POST", path, body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("message").doesNotContain("Zwölferhorn", "Exception");
        }
    }

    @Test
    void showsTheWholeCaseAlsoWhenNoTaskIsOpen() throws IOException {
        CaseReference reference = person("0147", "Quistgård", "Þorvald");
        caseFile.write(
                reference,
                Map.of(
                        "birthDate",
                        LocalDate.of(1987, 11, 23),
                        "citizenship",
                        "ISL",
                        "coName",
                        "Blåbjerg",
                        "addressLine",
                        "Kattegatstræde 998",
                        "postalCode",
                        "2000",
                        "city",
                        "Frederiksberg"),
                ACT);
        documents.record(reference, "passport", LocalDate.of(2026, 3, 1), true, ACT);
        deadlines.set(reference, "documents", LocalDate.of(2026, 3, 20));
        caseFile.close(reference, "completed", ACT);

        JsonNode shown = json.readTree(
                open(worker("sagsbehandler"), "complaint", reference.value()).body());

        assertThat(shown.path("name").asText()).isEqualTo("Þorvald Quistgård");
        assertThat(shown.at("/municipality/label").asText()).isEqualTo("Frederiksberg");
        assertThat(shown.at("/status/label").asText()).isEqualTo("Afsluttet");
        assertThat(shown.at("/outcome/label").asText()).startsWith("Borgeren har fået alt");
        assertThat(shown.path("citizen").toString()).contains("23. november 1987", "Island");
        assertThat(shown.path("citizen").toString()).doesNotContain("Kattegat");
        assertThat(json.convertValue(shown.path("address"), List.class))
                .isEqualTo(List.of("c/o Blåbjerg", "Kattegatstræde 998", "2000 Frederiksberg"));
        assertThat(shown.at("/documents/0/type/label").asText()).isEqualTo("Pas");
        assertThat(shown.at("/deadlines/0/deadline/label").asText()).isEqualTo("Papirer fra borgeren");
        assertThat(shown.at("/journal/0/description").asText()).isEqualTo("Sag lukket");
        assertThat(shown.path("tasks")).isEmpty();
        assertThat(shown.path("services")).isEmpty();
    }

    @Test
    void showsServicesAndTasksWithTheirGroup() throws IOException {
        String reference = apply();
        JsonNode forVisitation =
                json.readTree(open(worker("visitation"), "casework", reference).body());
        JsonNode forCaseworker = json.readTree(
                open(worker("sagsbehandler"), "casework", reference).body());

        assertThat(forVisitation.at("/tasks/0/name").asText()).isEqualTo("Visitér ansøgning");
        assertThat(forVisitation.at("/tasks/0/group").asText()).isEqualTo("Visitation");
        assertThat(forVisitation.at("/tasks/0/assignee").isNull()).isTrue();
        assertThat(forVisitation.at("/tasks/0/workable").asBoolean()).isTrue();
        assertThat(forCaseworker.at("/tasks/0/workable").asBoolean()).isFalse();
        assertThat(forVisitation.path("services").findValuesAsText("label"))
                .contains("EU-opholdsdokument", "CPR-registrering", "MitID", "Ikke begyndt");
        assertThat(forVisitation.path("documents")).hasSizeGreaterThan(2);
    }

    @Test
    void everyCodeOfTheCaseHasADanishName() throws IOException {
        for (String service :
                List.of("residenceDocument", "identityControl", "cprNumber", "healthCard", "mitId", "taxCard")) {
            assertThat(names.has("service", service)).as(service).isTrue();
        }
        JsonNode start = json.readTree(Files.readString(Path.of("forms/enquiry-received.form")));
        for (JsonNode field : start.path("components")) {
            String kind = field.path("key").asText();
            if (List.of("category", "channel").contains(kind)) {
                field.path("values")
                        .forEach(option -> assertThat(
                                        names.has(kind, option.path("value").asText()))
                                .as(kind + " " + option)
                                .isTrue());
            }
        }
    }

    /** An application that has come to its first task. */
    private String apply() throws IOException {
        HttpResponse<String> answer = Http.anonymous(port)
                .json("POST", "/api/applications", Files.readString(Path.of("samples/german-engineer.json")));
        String reference = json.readTree(answer.body()).at("/cases/0/reference").asText();
        for (int round = 0; round < 10; round++) {
            management.createJobQuery().executable().list().forEach(job -> management.executeJob(job.getId()));
        }
        return reference;
    }

    private CaseReference person(String municipality, String family, String given) {
        CaseReference reference = caseFile.open(new MunicipalityCode(municipality), "euWorker", "phone", ACT);
        caseFile.write(reference, Map.of("familyName", family, "givenNames", given), ACT);
        return reference;
    }

    private WebappUser worker(String account) {
        return WebappUser.login(port, account, "demo", "tasklist");
    }

    private HttpResponse<String> search(WebappUser user, Map<String, String> entered) {
        return user.http().json("POST", SEARCH, write(entered));
    }

    private HttpResponse<String> open(WebappUser user, String purpose, String reference) {
        return user.http().json("POST", OPEN, write(Map.of("purpose", purpose, "reference", reference)));
    }

    private List<String> hits(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).path("hits").findValuesAsText("reference");
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
