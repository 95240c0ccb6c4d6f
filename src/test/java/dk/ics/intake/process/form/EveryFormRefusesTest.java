package dk.ics.intake.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.ScriptedForm;
import dk.ics.intake.process.form.RestClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every form there is, each kind of wrong input: refused with a Danish sentence at its field and at no other, the task
 * still there, what was typed kept.
 */
@IntakeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFormRefusesTest {

    /** Forms in which no date is asked for. */
    private static final Set<String> WITHOUT_DATE = Set.of(
            "enquiryReceived",
            "enquiryRegistered",
            "resolveDuplicate",
            "checkIn",
            "callUp",
            "followUpSiri",
            "searchNumberManually",
            "confirmExistingNumber",
            "recordCprNumber",
            "chooseDoctor",
            "handleNoDoctor",
            "assignDoctor",
            "recordHealthCard",
            "resumeMitId",
            "recordMitId",
            "followUpTaxReceipt",
            "forwardTaxManually",
            "handleTaxRejection",
            "informAuthority",
            "sendToNidc",
            "followUpNidc",
            "closeFinding",
            "approveCorrection");

    private static final ObjectMapper JSON = new ObjectMapper();

    enum Wrong {
        IMPOSSIBLE_DATE("2026-02-30"),
        MISSING(null),
        UNKNOWN_KEY("Anna"),
        TEN_THOUSAND_SIGNS("å".repeat(10_000)),
        HTML("<img src=x onerror=alert(1)>"),
        EXPRESSION("${7*7}");

        private final @Nullable String value;

        Wrong(@Nullable String value) {
            this.value = value;
        }

        String key(RealForm form) {
            return switch (this) {
                case IMPOSSIBLE_DATE -> form.date();
                case MISSING -> form.required();
                case UNKNOWN_KEY -> "nickname";
                default -> form.text();
            };
        }

        /** What may stand at the field, as a pattern. */
        String sentence(String type) {
            String choice = "Vælg en af de muligheder, der vises\\.";
            return switch (this) {
                case IMPOSSIBLE_DATE -> "(Række 1 – Modtaget den: )?Datoen findes ikke\\.";
                case MISSING -> "Udfyld feltet\\.|Vælg en mulighed\\.|Vælg en dato\\.|Skriv et tal\\.";
                case UNKNOWN_KEY -> "Feltet findes ikke i formularen\\.";
                case TEN_THOUSAND_SIGNS ->
                    switch (type) {
                        case "number" -> "Skriv et tal\\.";
                        case "radio", "select" -> choice;
                        default -> "Teksten er for lang: højst [0-9]+ tegn\\.";
                    };
                case HTML, EXPRESSION ->
                    switch (type) {
                        case "number" -> "Skriv et tal\\.";
                        case "radio", "select" -> choice;
                        default -> "Feltet må ikke indeholde koder, fx <…>, \\$\\{…} eller #\\{…}\\.";
                    };
            };
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    TestDatabase database;

    @Autowired
    Clock clock;

    private final Map<String, String> open = new HashMap<>();

    static Stream<Arguments> wrongInput() {
        return RealForm.tasks().stream()
                .flatMap(form -> Stream.of(Wrong.values())
                        .filter(wrong -> wrong != Wrong.IMPOSSIBLE_DATE || !WITHOUT_DATE.contains(form.id()))
                        .map(wrong -> Arguments.of(form, wrong)));
    }

    static Stream<Arguments> wrongStarts() {
        return RealForm.starts().stream()
                .flatMap(form -> Stream.of(Wrong.values())
                        .filter(wrong ->
                                wrong != Wrong.IMPOSSIBLE_DATE || !form.date().isEmpty())
                        .map(wrong -> Arguments.of(form, wrong)));
    }

    static Stream<RealForm> forms() {
        return RealForm.tasks().stream();
    }

    @Test
    void no_form_is_left_out() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            Set<String> all = files.map(EveryFormRefusesTest::id).collect(Collectors.toSet());
            Set<String> tried = forms().map(RealForm::id).collect(Collectors.toSet());
            RealForm.starts().forEach(form -> tried.add(form.id()));
            assertThat(tried).isEqualTo(all).hasSizeGreaterThan(24);
        }
        for (Path file : List.of(Path.of("forms/enquiry-received.form"))) {
            assertThat(Files.readString(file)).doesNotContain("datetime");
        }
        for (RealForm form : RealForm.tasks()) {
            Path file = Path.of(
                    "forms/" + form.id().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + ".form");
            assertThat(Files.readString(file).contains("\"datetime\""))
                    .as(form.id() + " asks for a date")
                    .isEqualTo(!WITHOUT_DATE.contains(form.id()));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wrongInput")
    void refuses_with_a_sentence_at_the_field(RealForm form, Wrong wrong) {
        RestClient account = RestClient.engineRest(port, form.account());
        String task = task(form);
        String key = wrong.key(form);
        JsonNode schema = account.get("/task/" + task + "/deployed-form").json();
        Map<String, Map<String, Object>> entries = filled(form, account, task, schema);
        enter(entries, form, wrong);

        Answer answer = account.post("/task/" + task + "/submit-form", entries);

        String field = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("FormRefused");
        assertThat(answer.field(field)).as(answer.text()).matches(wrong.sentence(RealForm.type(schema, field)));
        assertThat(answer.json().path("fields").properties()).as(answer.text()).hasSize(1);
        assertThat(answer.message()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "ENGINE-", "onerror", "åååå");
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .as("the task is still there")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keeps_what_was_typed_for_the_next_session(RealForm form) throws IOException {
        RestClient before = RestClient.webapp(port, form.account());
        String task = form.open(engine, caseFile);
        JsonNode schema = before.get("/task/" + task + "/deployed-form").json();
        Map<String, Map<String, Object>> entries = filled(form, before, task, schema);
        enter(entries, form, Wrong.HTML);
        assertThat(before.post("/task/" + task + "/submit-form", entries).status())
                .isEqualTo(400);

        JsonNode reopened = RestClient.webapp(port, form.account())
                .get("/task/" + task + "/form-variables")
                .json();

        assertThat(reopened.path(form.text()).path("value").asText()).isEqualTo(Wrong.HTML.value);
        String kept = new JdbcTemplate(database.as("app"))
                .queryForObject("select content from ics.draft where task_id = ?", String.class, task);
        assertThat(JSON.readTree(kept).path(form.text()).asText())
                .as("kept where a restart of the application does not reach")
                .isEqualTo(Wrong.HTML.value);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wrongStarts")
    void refuses_at_every_start_form_too(RealForm form, Wrong wrong) {
        RestClient account = RestClient.engineRest(port, form.account());
        String start = "/process-definition/key/" + form.process();
        JsonNode schema = account.get(start + "/deployed-start-form").json();
        Map<String, Map<String, Object>> entries = filled(schema, JSON.createObjectNode());
        if (!Set.of("intake", "enquiry", "controlSupervision").contains(form.process())) {
            CaseReference reference = TestCases.euWorker(caseFile);
            Objects.requireNonNull(entries.get("variables")).put("caseReference", Map.of("value", reference.value()));
        }
        enter(entries, form, wrong);
        long cases = cases();
        long running = engine.getRuntimeService().createProcessInstanceQuery().count();

        Answer answer = account.post(start + "/submit-form", entries);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        String key = wrong.key(form);
        assertThat(answer.field(key)).as(answer.text()).matches(wrong.sentence(RealForm.type(schema, key)));
        assertThat(answer.json().path("fields").properties()).as(answer.text()).hasSize(1);
        assertThat(cases()).isEqualTo(cases);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(running);
    }

    private String task(RealForm form) {
        return open.computeIfAbsent(form.id(), id -> form.open(engine, caseFile));
    }

    /** What a script that knows nothing of the case would send. */
    private Map<String, Map<String, Object>> filled(RealForm form, RestClient account, String task, JsonNode schema) {
        return filled(schema, account.get("/task/" + task + "/form-variables").json());
    }

    @SuppressWarnings("unchecked") // as ScriptedForm makes it
    private Map<String, Map<String, Object>> filled(JsonNode schema, JsonNode values) {
        Map<String, Object> body = new ScriptedForm(clock).fill(schema, values);
        Map<String, Object> entries =
                new LinkedHashMap<>((Map<String, Object>) Objects.requireNonNull(body.get("variables")));
        return new HashMap<>(Map.of("variables", entries));
    }

    private static void enter(Map<String, Map<String, Object>> form, RealForm real, Wrong wrong) {
        Map<String, Object> entries = Objects.requireNonNull(form.get("variables"));
        String key = wrong.key(real);
        real.showing().forEach((shown, value) -> entries.put(shown, Map.of("value", value)));
        if (key.contains(".")) {
            String row = "[{\"type\": \"passport\", \"%s\": \"%s\"}]"
                    .formatted(key.substring(key.indexOf('.') + 1), wrong.value);
            entries.put(key.substring(0, key.indexOf('.')), Map.of("value", row, "type", "Json"));
            return;
        }
        Map<String, @Nullable Object> entry = new HashMap<>();
        entry.put("value", key.equals("appointmentAt") && wrong.value != null ? wrong.value + "T10:00" : wrong.value);
        entries.put(key, entry);
    }

    private long cases() {
        return Objects.requireNonNull(
                new JdbcTemplate(database.as("app")).queryForObject("select count(*) from ics.case_file", Long.class));
    }

    private static String id(Path file) {
        try {
            return JSON.readTree(file.toFile()).path("id").asText();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
