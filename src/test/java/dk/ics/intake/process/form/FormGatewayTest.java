package dk.ics.intake.process.form;

import static dk.ics.intake.process.form.TryForms.form;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.form.RestClient.Answer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeTest
@ExtendWith(OutputCaptureExtension.class)
class FormGatewayTest {

    enum Root {
        ENGINE_REST,
        WEBAPP;

        RestClient as(String account, int port) {
            return this == ENGINE_REST ? RestClient.engineRest(port, account) : RestClient.webapp(port, account);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    TryForms model;
    CaseReference reference;
    String task;
    RestClient visitation;

    @BeforeEach
    void openTask() {
        model = new TryForms(engine, caseFile);
        model.deploy();
        reference = model.openCase();
        task = model.claimed(reference, "describeOne");
        visitation = RestClient.engineRest(port, "visitation");
    }

    @AfterEach
    void remove() {
        model.remove();
    }

    @ParameterizedTest
    @EnumSource
    void opensWithWhatTheCaseFileHoldsNow(Root root) {
        caseFile.write(
                reference, Map.of("city", "Hvidovre"), new dk.ics.intake.casefile.Act("other", "idkontrol", null));

        Answer answer = root.as("visitation", port).get("/task/" + task + "/form-variables?deserializeValues=false");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("familyName").path("value").asText()).isEqualTo("Nowak");
        assertThat(answer.json().path("city").path("type").asText()).isEqualTo("String");
        assertThat(answer.json().path("city").path("value").asText()).isEqualTo("Hvidovre");
        assertThat(answer.json().path("citizenship").path("value").asText()).isEqualTo("POL");
        assertThat(answer.json().path("services").path("type").asText()).isEqualTo("Json");
        assertThat(answer.json().path("services").path("value").asText())
                .isEqualTo("[\"identityControl\",\"cprNumber\"]");
        assertThat(answer.json().has("assessmentOutcome")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void writesTheCaseFileAndTellsTheProcessTheOutcomeOnly(Root root) {
        Answer answer = root.as("visitation", port)
                .post(
                        submit(task),
                        form(
                                "familyName", "  Nowak-Jensen ",
                                "givenNames", null,
                                "city", "Hvidovre",
                                "birthDate", "1990-02-28",
                                "weeklyHours", 37.5,
                                "wantsTaxCard", true,
                                "maritalStatus", "unmarried",
                                "relatives", "[{\"name\":\"Jan Nowak\",\"birthDate\":\"2015-01-02\"},{}]",
                                "services", List.of("taxCard", "identityControl"),
                                "assessmentOutcome", "accepted"));

        assertThat(answer.text()).isEmpty();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(caseFile.read(
                        reference,
                        List.of(
                                "familyName",
                                "givenNames",
                                "city",
                                "birthDate",
                                "weeklyHours",
                                "wantsTaxCard",
                                "maritalStatus",
                                "maritalStatusDate",
                                "relatives")))
                .containsOnly(
                        Map.entry("familyName", "Nowak-Jensen"),
                        Map.entry("city", "Hvidovre"),
                        Map.entry("birthDate", LocalDate.of(1990, 2, 28)),
                        Map.entry("weeklyHours", new BigDecimal("37.5")),
                        Map.entry("wantsTaxCard", true),
                        Map.entry("maritalStatus", "unmarried"),
                        Map.entry("relatives", List.of(Map.of("name", "Jan Nowak", "birthDate", "2015-01-02"))));
        assertThat(variables())
                .containsOnly(
                        Map.entry("caseReference", reference.value()),
                        Map.entry("municipality", "0101"),
                        Map.entry("services", "identityControl,taxCard"),
                        Map.entry("wantsTaxCard", true),
                        Map.entry("assessmentOutcome", "accepted"));
        assertThat(caseFile.journalOf(reference)).anySatisfy(entry -> {
            assertThat(entry.actCode()).isEqualTo("describeOne");
            assertThat(entry.userId()).isEqualTo("visitation");
            assertThat(entry.outcome()).isEqualTo("accepted");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "familyName | ''               | Udfyld feltet.",
                "familyName | '   '            | Udfyld feltet.",
                "familyName | <b>Nowak</b>     | Feltet må ikke indeholde koder, fx <…>, ${…} eller #{…}.",
                "familyName | ${7*7}           | Feltet må ikke indeholde koder, fx <…>, ${…} eller #{…}.",
                "familyName | #{7*7}           | Feltet må ikke indeholde koder, fx <…>, ${…} eller #{…}.",
                "city       | X                | Teksten er for kort: mindst 2 tegn.",
                "postalCode | 12345            | Teksten har ikke den rigtige form. Se vejledningen ved feltet.",
                "email      | anna             | 'Skriv en e-mailadresse, fx navn@eksempel.dk.'",
                "birthDate  | 2026-02-30       | Datoen findes ikke.",
                "birthDate  | i går            | Datoen findes ikke.",
                "birthDate  | 0026-02-03       | Datoen skal ligge mellem 1900 og 2100.",
                "weeklyHours| mange            | Skriv et tal.",
                "weeklyHours| 0                | Tallet skal være mindst 1.",
                "weeklyHours| 100.5            | Tallet må højst være 100.",
                "weeklyHours| 37.25            | Skriv tallet med højst 1 decimaler.",
                "weeklyHours| 1e999999999      | Skriv et tal.",
                "maritalStatus | engaged       | 'Vælg en af de muligheder, der vises.'",
                "maritalStatusDate | ''        | Vælg en dato.",
                "relatives  | '[{\"name\":\"\",\"birthDate\":\"2015-01-02\"}]' | Række 1 – Navn: Udfyld feltet.",
                "relatives  | '[{\"name\":\"Jan\",\"age\":7}]' | Række 1 – feltet findes ikke i formularen.",
                "services   | '[\"gold\"]'     | 'Vælg en af de muligheder, der vises.'",
                "assessmentOutcome | ''        | Vælg en mulighed.",
                "assessmentOutcome | maybe     | 'Vælg en af de muligheder, der vises.'"
            })
    void refusesAWrongEntryWithADanishSentenceAtItsField(String key, String value, String sentence) {
        Map<String, Map<String, Object>> form = form(
                "familyName", "Nowak",
                "maritalStatus", "married",
                "maritalStatusDate", "2020-05-01",
                "assessmentOutcome", "accepted");
        form.values().forEach(entries -> entries.put(key, Map.of("value", value)));

        Answer answer = visitation.post(submit(task), form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("FormRefused");
        assertThat(answer.field(key)).isEqualTo(sentence);
        assertThat(answer.json().path("fields").size()).isEqualTo(1);
        assertThat(answer.message()).endsWith(sentence);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("ENGINE-");
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isEqualTo(1);
        assertThat(caseFile.read(reference, List.of("maritalStatus"))).isEmpty();
    }

    @Test
    void namesEveryProblemAtOnce() {
        Answer answer =
                visitation.post(submit(task), form("familyName", null, "birthDate", "2026-13-01", "weeklyHours", 500));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("fields").properties()).hasSize(4);
        assertThat(answer.message())
                .isEqualTo("Ret 4 felter, og send igen. Efternavn: Udfyld feltet. Fødselsdato: Datoen findes ikke. "
                        + "Ugentlige timer: Tallet må højst være 100. Hvordan behandles sagen?: Vælg en mulighed.");
    }

    @Test
    void refusesATextOfTenThousandSigns() {
        Answer answer =
                visitation.post(submit(task), form("givenNames", "a".repeat(10_000), "assessmentOutcome", "accepted"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("givenNames")).isEqualTo("Teksten er for lang: højst 1000 tegn.");
    }

    @Test
    void refusesAKeyThatIsNotInTheForm() {
        Answer answer = visitation.post(
                submit(task), form("assessmentOutcome", "accepted", "cprMode", "manual", "nickname", "Ann"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("nickname")).isEqualTo("Feltet findes ikke i formularen.");
        assertThat(answer.field("cprMode")).isEqualTo("Feltet findes ikke i formularen.");
        assertThat(variables()).doesNotContainKeys("cprMode", "nickname");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "{",
                "[]",
                "{\"variables\": 7}",
                "{\"variables\": {\"familyName\": \"Nowak\"}}",
                "{\"variables\": {\"relatives\": {\"type\": \"Json\", \"value\": \"[{\"}}}",
                "{\"variables\": {}} {\"variables\": {}}",
                "{\"variables\": {\"city\": {\"value\": \"A\"}, \"city\": {\"value\": \"B\"}}}"
            })
    void refusesABodyThatIsNoForm(String body) {
        Answer answer = visitation.postText(submit(task), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("Unexpected");
    }

    @Test
    void leavesAloneWhatTheFormOnlyShows() {
        Answer answer = visitation.post(submit(task), form("citizenship", "DEU", "assessmentOutcome", "accepted"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(caseFile.read(reference, List.of("citizenship"))).containsEntry("citizenship", "POL");
    }

    @Test
    void ignoresAFieldThatIsHidden() {
        Answer answer = visitation.post(
                submit(task),
                form("maritalStatus", "unmarried", "maritalStatusDate", "no date", "assessmentOutcome", "accepted"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(caseFile.read(reference, List.of("maritalStatusDate"))).isEmpty();
    }

    @Test
    void leavesFieldsThatWereNotSentAsTheyAre() {
        assertThat(visitation
                        .post(submit(task), form("assessmentOutcome", "accepted"))
                        .status())
                .isEqualTo(204);

        assertThat(caseFile.read(reference, List.of("familyName", "givenNames")))
                .containsOnly(Map.entry("familyName", "Nowak"), Map.entry("givenNames", "Anna"));
    }

    @Test
    void refusesWhoHasNotTakenTheTask() {
        engine.getTaskService().setAssignee(task, null);
        Answer free = visitation.post(submit(task), form("assessmentOutcome", "accepted"));
        engine.getTaskService().setAssignee(task, "idkontrol");
        Answer taken = visitation.post(submit(task), form("assessmentOutcome", "accepted"));

        assertThat(free.status()).isEqualTo(403);
        assertThat(free.message()).isNotBlank();
        assertThat(taken.status()).isEqualTo(403);
        assertThat(variables()).doesNotContainKey("assessmentOutcome");
    }

    @Test
    void tellsThatATaskIsGone() {
        visitation.post(submit(task), form("assessmentOutcome", "accepted"));

        Answer again = visitation.post(submit(task), form("assessmentOutcome", "accepted"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).startsWith("Du har allerede løst opgaven.");
    }

    @Test
    void saysNothingOfAFailureAndKeepsTheTask(CapturedOutput output) {
        CaseReference failing = model.openCase(TryForms.FAILING);
        String click = model.claimed(failing, "describeThree");

        Answer answer = visitation.post(submit(click), form("city", "Korsør", "assessmentOutcome", "accepted"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).startsWith("Noget gik galt, og intet er gemt.");
        assertThat(answer.text()).doesNotContain("Wilhelmina").doesNotContain("Exception");
        assertThat(output.getAll())
                .contains("A form failed")
                .doesNotContain("Wilhelmina")
                .doesNotContain("Korsør");
        assertThat(caseFile.read(failing, List.of("city"))).isEmpty();
        assertThat(engine.getTaskService().createTaskQuery().taskId(click).count())
                .isEqualTo(1);
    }

    private static String submit(String task) {
        return "/task/" + task + "/submit-form";
    }

    private Map<String, Object> variables() {
        return engine.getRuntimeService()
                .getVariables(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .singleResult()
                        .getId());
    }
}
