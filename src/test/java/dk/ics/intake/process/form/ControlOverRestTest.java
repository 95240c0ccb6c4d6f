package dk.ics.intake.process.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.ScriptedForm;
import dk.ics.intake.process.form.RestClient.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The first control as a caseworker sends it, over both REST roots: what the procedure asks for and what it must not let
 * through (folkeregistreringsbekendtgørelsen § 1 stk. 7 nos. 1 and 2).
 */
@IntakeTest
class ControlOverRestTest {

    private static final String ENGINE_REST = "engine-rest";
    private static final String WEBAPP = "webapp";
    private static final Act ACT = Act.bySystem("test");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    TestDatabase database;

    @Autowired
    TestClock time;

    @Autowired
    Clock clock;

    private CaseReference reference = new CaseReference("2026-000001");
    private String task = "";

    @BeforeEach
    void openAControl() {
        reference = TestCases.euWorker(caseFile);
        caseFile.write(reference, Map.of("identityDocumentExpiry", LocalDate.of(2031, 1, 1), "sex", "female"), ACT);
        task = new RealForm("identityControl", "controlIdentity", "idkontrol", "", "", "").open(engine, reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE_REST, WEBAPP})
    void a_control_that_holds_all_is_kept_with_what_it_followed(String root) {
        RestClient worker = client(root, "idkontrol");

        assertThat(submit(worker, Map.of()).status()).isEqualTo(204);

        Map<String, Object> control = row("select * from ics.control where case_reference = ?");
        assertThat(control)
                .containsEntry("control_no", 1)
                .containsEntry("controlled_by", "idkontrol")
                .containsEntry("municipality", "0147")
                .containsEntry("procedure_version", "2026-1")
                .containsEntry("decision_version", 1)
                .containsEntry("presentation", "original")
                .containsEntry("issuing_group", "eu")
                .containsEntry("citizen_group", "eu")
                .containsEntry("age_band", "18plus")
                .containsEntry("result", "approved");
        assertThat(list("select requirement from ics.control_requirement where case_reference = ? order by 1"))
                .containsExactly(
                        "detailsMatch",
                        "documentGenuine",
                        "documentLegible",
                        "everyonePresent",
                        "existingCasesChecked",
                        "originalPresented",
                        "photoMatches");
        assertThat(list("select course from ics.control_training where case_reference = ?"))
                .containsExactly("identityControlBasics");
        assertThat(caseFile.read(reference, List.of("procedureVersion", "controlNo")))
                .isEqualTo(Map.of("procedureVersion", "2026-1", "controlNo", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE_REST, WEBAPP})
    void an_unanswered_requirement_is_refused_whatever_the_outcome(String root) {
        for (String outcome : List.of("approved", "doubt")) {
            Map<String, Object> answers = new HashMap<>(Map.of("identityOutcome", outcome));
            answers.put("answerPhotoMatches", null);

            Answer answer = submit(client(root, "idkontrol"), answers);

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.field("answerPhotoMatches")).isEqualTo("Vælg en mulighed.");
        }
        assertThat(isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE_REST, WEBAPP})
    void no_approval_with_a_requirement_that_is_not_met(String root) {
        Answer answer = submit(client(root, "idkontrol"), Map.of("answerDocumentGenuine", "notMet"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("answerDocumentGenuine"))
                .isEqualTo("Identiteten kan ikke godkendes, når kravet ikke er opfyldt.");
        assertThat(isOpen()).isTrue();

        assertThat(submit(
                                client(root, "idkontrol"),
                                Map.of("answerDocumentGenuine", "notMet", "identityOutcome", "doubt"))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE_REST, WEBAPP})
    void what_always_matters_cannot_be_called_irrelevant(String root) {
        Map<String, Object> answers = Map.of("answerPhotoMatches", "notRelevant", "reasonPhotoMatches", "Tvilling.");

        assertThat(submit(client(root, "idkontrol"), answers).field("answerPhotoMatches"))
                .isEqualTo("Identiteten kan ikke godkendes uden dette krav. Er det ikke opfyldt, så vælg tvivl.");
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE_REST, WEBAPP})
    void what_is_not_relevant_has_a_reason(String root) {
        caseFile.write(reference, Map.of("citizenship", "SWE"), ACT);
        Map<String, Object> answers = new HashMap<>(Map.of("answerNordicNumberProven", "notRelevant"));
        answers.put("reasonNordicNumberProven", null);
        // The scanner reads what the application says.
        assertThat(submit(client(root, "idkontrol"), answers).field("reasonNordicNumberProven"))
                .isEqualTo("Udfyld feltet.");

        answers.put("reasonNordicNumberProven", "Flytter fra Polen.");
        assertThat(submit(client(root, "idkontrol"), answers).status()).isEqualTo(204);
        assertThat(
                        list(
                                "select reason from ics.control_requirement where case_reference = ? and answer = 'notRelevant'"))
                .containsExactly("Flytter fra Polen.");
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE_REST, WEBAPP})
    void nobody_without_training_takes_or_ends_a_control(String root) {
        String sentence =
                "Du kan ikke tage eller afslutte opgaven: uddannelsen »Identitetskontrol – grundkursus« er ikke"
                        + " registreret. Kontakt tilsynet.";
        engine.getTaskService().setAssignee(task, null);
        untrained("idkontrol2", () -> {
            RestClient worker = client(root, "idkontrol2");
            Answer claim = worker.post("/task/" + task + "/claim", Map.of("userId", "idkontrol2"));
            assertThat(claim.status()).isEqualTo(403);
            assertThat(claim.message()).isEqualTo(sentence);

            // Given to her before her training was taken back.
            engine.getTaskService().setAssignee(task, "idkontrol2");
            Answer submitted = submit(worker, Map.of());
            assertThat(submitted.status()).isEqualTo(403);
            assertThat(submitted.message()).isEqualTo(sentence);

            engine.getTaskService().setAssignee(task, "idkontrol");
            Answer given = client(root, "tilsyn")
                    .post("/task/" + task + "/assignee", Map.of("userId", "idkontrol2", "reason", "Ferie"));
            assertThat(given.status()).isEqualTo(400);
            assertThat(given.message()).startsWith("Medarbejderen kan ikke få opgaven: uddannelsen");
        });
        assertThat(isOpen()).isTrue();
    }

    @Test
    void training_that_ends_soon_is_told_in_the_task_and_what_is_over_is_refused() {
        RestClient worker = client(ENGINE_REST, "idkontrol");
        assertThat(shown(worker).has("trainingWarning")).isFalse();

        LocalDate until =
                LocalDate.parse(list("select max(valid_until)::text from ics.training where user_id = 'idkontrol'"
                                + " and ? is not null")
                        .get(0));
        LocalDate today = LocalDate.now(clock);
        try {
            time.advance(Duration.ofDays(ChronoUnit.DAYS.between(today, until.minusDays(29))));
            assertThat(shown(worker).path("trainingWarning").path("value").asText())
                    .startsWith("Din uddannelse udløber snart: »Identitetskontrol – grundkursus« (");
            time.advance(Duration.ofDays(31));
            assertThat(submit(worker, Map.of()).message()).contains("»Identitetskontrol – grundkursus« udløb den ");
        } finally {
            time.set(TestClock.START);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE_REST, WEBAPP})
    void a_photo_is_the_exception_and_has_a_reason_and_requirements_of_its_own(String root) {
        Map<String, Object> answers = new HashMap<>(Map.of("presentation", "photo"));
        answers.put("photoReason", null);
        assertThat(submit(client(root, "idkontrol"), answers).field("photoReason"))
                .isEqualTo("Udfyld feltet.");

        answers.put("photoReason", "Passet ligger hos en ambassade.");
        assertThat(submit(client(root, "idkontrol"), answers).status()).isEqualTo(204);

        assertThat(row("select * from ics.control where case_reference = ?"))
                .containsEntry("presentation", "photo")
                .containsEntry("photo_reason", "Passet ligger hos en ambassade.");
        assertThat(list("select requirement from ics.control_requirement where case_reference = ?"))
                .contains("photoQuality", "photoUnaltered")
                .doesNotContain("originalPresented", "documentGenuine");
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE_REST, WEBAPP})
    void a_difference_between_zone_and_application_is_shown_and_explained(String root) {
        RestClient worker = client(root, "idkontrol");
        JsonNode read = shown(worker).path("mrz").path("value");
        caseFile.write(reference, Map.of("familyName", "Kowalska"), ACT);

        Answer compared = zone("idkontrol", read.asText());
        assertThat(compared.json().path("differences").asInt())
                .as(compared.text())
                .isEqualTo(1);
        assertThat(compared.json().path("lines").path(0).path("zone").asText()).isEqualTo("NOWAKOWNA");
        assertThat(compared.json().path("lines").path(0).path("application").asText())
                .isEqualTo("Kowalska");

        Map<String, Object> answers = new HashMap<>(Map.of("mrz", read.asText()));
        assertThat(submit(worker, answers).field("differenceExplanation"))
                .isEqualTo(
                        "Forklar, hvad der er forskelligt: Efternavn er »NOWAKOWNA« i dokumentet og »Kowalska« i ansøgningen.");

        answers.put("differenceExplanation", "Gift; vielsesattest set.");
        assertThat(submit(worker, answers).status()).isEqualTo(204);
        assertThat(row("select * from ics.control_difference where case_reference = ?"))
                .containsEntry("field", "familyName")
                .containsEntry("zone", "NOWAKOWNA");
    }

    @Test
    void the_lines_are_compared_only_for_who_works_the_task() {
        String lines = shown(client(ENGINE_REST, "idkontrol"))
                .path("mrz")
                .path("value")
                .asText();

        assertThat(zone("idkontrol", lines).status()).isEqualTo(200);
        assertThat(zone("idkontrol2", lines).status()).as("may take it").isEqualTo(200);
        for (String other : List.of("specialist", "sagsbehandler", "visitation", "bif", "tilsyn")) {
            assertThat(zone(other, lines).status()).as(other).isEqualTo(403);
        }
        assertThat(zone("idkontrol", lines.replace('7', '8')).json().path("problems"))
                .isNotEmpty();
    }

    /** Cases of before the decision keep their form; what they followed then, they follow still. */
    @Test
    void a_form_of_before_is_taken_with_its_six_requirements() {
        CaseReference former = TestCases.euWorker(caseFile);
        caseFile.write(former, Map.of("identityDocumentExpiry", LocalDate.of(2031, 1, 1)), ACT);
        Deployment before = engine.getRepositoryService()
                .createDeployment()
                .name("before the decision")
                .addClasspathResource("gateway/former-control.bpmn")
                .addClasspathResource("gateway/former-control.form")
                .deploy();
        try {
            reference = former;
            task = new RealForm("identityControl", "controlIdentity", "idkontrol", "", "", "").open(engine, former);
            RestClient worker = client(ENGINE_REST, "idkontrol");

            assertThat(submit(worker, Map.of("photoMatches", "notMet")).field("photoMatches"))
                    .isEqualTo("Identiteten kan ikke godkendes, når kravet ikke er opfyldt.");
            assertThat(submit(worker, Map.of()).status()).isEqualTo(204);
            assertThat(list("select requirement from ics.control_requirement where case_reference = ? order by 1"))
                    .containsExactly(
                            "detailsMatch",
                            "documentGenuine",
                            "documentLegible",
                            "originalPresented",
                            "personPresent",
                            "photoMatches");
            assertThat(caseFile.read(former, List.of("photoMatches", "controlResult")))
                    .isEqualTo(Map.of("photoMatches", "met", "controlResult", "approved"));
        } finally {
            // The application deletes no history, not even with a deployment.
            database.removeCases();
            engine.getRepositoryService().deleteDeployment(before.getId(), true);
        }
    }

    /** Whoever writes into the tables, past every rule of the application. */
    @Test
    void the_tables_refuse_it_too() {
        JdbcTemplate app = new JdbcTemplate(database.as("app"));
        String control = """
                with kept as (insert into ics.control (case_reference, control_no, municipality, controlled_by,
                  controlled_at, procedure_version, requirements, result)
                values ('%s', 7, '0147', 'idkontrol', '2026-03-02T10:00+01', '2026-1',
                  array['photoMatches', 'detailsMatch'], 'approved') returning case_reference),
                trained as (insert into ics.control_training select '%s', 7, id, course, completed_on, valid_until
                  from ics.training where user_id = 'idkontrol')
                insert into ics.control_requirement values %s
                """;
        String ref = reference.value();
        assertThatThrownBy(() ->
                        app.update(control.formatted(ref, ref, "('%s', 7, 'photoMatches', 'met')".formatted(ref))))
                .as("unanswered")
                .hasStackTraceContaining("leaves a requirement unanswered, or approves although one is not met");
        String unmet = "('%1$s', 7, 'photoMatches', 'met'), ('%1$s', 7, 'detailsMatch', 'notMet')".formatted(ref);
        assertThatThrownBy(() -> app.update(control.formatted(ref, ref, unmet)))
                .as("not met")
                .hasStackTraceContaining("leaves a requirement unanswered, or approves although one is not met");
        assertThatThrownBy(() -> app.update(control.formatted(ref, ref, unmet.replace("notMet", "met"))
                        .replace("'idkontrol')", "'nobody')")))
                .as("untrained")
                .hasStackTraceContaining("A control was made without training");
        app.update(control.formatted(ref, ref, unmet.replace("notMet", "met")));
        for (String table : List.of("control", "control_requirement", "control_difference", "control_training")) {
            assertThatThrownBy(() -> app.update("delete from ics." + table))
                    .hasStackTraceContaining("permission denied");
        }
    }

    private JsonNode shown(RestClient worker) {
        return worker.get("/task/" + task + "/form-variables").json();
    }

    /** What a script that knows nothing of the case would send, with these answers instead; null for none. */
    @SuppressWarnings("unchecked") // as ScriptedForm makes it
    private Answer submit(RestClient worker, Map<String, Object> answers) {
        JsonNode schema = worker.get("/task/" + task + "/deployed-form").json();
        Map<String, Object> entries = new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(
                new ScriptedForm(clock).fill(schema, shown(worker)).get("variables")));
        answers.forEach((key, value) -> {
            Map<String, Object> entry = new HashMap<>();
            entry.put("value", value);
            entries.put(key, entry);
        });
        return worker.post("/task/" + task + "/submit-form", Map.of("variables", entries));
    }

    private Answer zone(String account, String lines) {
        return RestClient.webapp(port, account)
                .own("POST", "/camunda/api/ics/task/" + task + "/zone", Map.of("mrz", lines));
    }

    private RestClient client(String root, String account) {
        return root.equals(ENGINE_REST) ? RestClient.engineRest(port, account) : RestClient.webapp(port, account);
    }

    private boolean isOpen() {
        return engine.getTaskService().createTaskQuery().taskId(task).count() > 0;
    }

    /** Her training is taken back for so long. */
    private void untrained(String user, Runnable work) {
        JdbcTemplate all = new JdbcTemplate(database.as("postgres"));
        all.queryForList("select id from ics.training where user_id = ?", UUID.class, user)
                .forEach(id -> all.update(
                        "insert into ics.training_revocation values (?, 'Prøve', 'tilsyn', '2026-03-02T10:00+01')",
                        id));
        try {
            work.run();
        } finally {
            all.update("delete from ics.training_revocation where reason = 'Prøve'");
        }
    }

    private Map<String, Object> row(String sql) {
        return new JdbcTemplate(database.as("app")).queryForMap(sql, reference.value());
    }

    private List<String> list(String sql) {
        return new JdbcTemplate(database.as("app")).queryForList(sql, String.class, reference.value());
    }
}
