package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.journey.EngineRest.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class EnquiryProcessTest extends ProcessTest {

    @Autowired
    TestDatabase database;

    private JdbcTemplate jdbc;

    @BeforeEach
    void connect() {
        jdbc = new JdbcTemplate(database.as("postgres"));
    }

    @Test
    @Reaches("enquiryRecorded")
    @DisplayName("a question answered at once is one line and no case")
    void answered() {
        long cases = count("ics.case_file");

        HistoricProcessInstance enquiry = registered("sagsbehandler", answer("answered"));

        assertThat(line(enquiry))
                .containsEntry("user_id", "sagsbehandler")
                .containsEntry("channel", "phone")
                .containsEntry("topic", "taxCard")
                .containsEntry("outcome", "answered")
                .containsEntry("referred_to", null)
                .containsEntry("case_reference", null);
        assertThat(count("ics.case_file")).isEqualTo(cases);
        assertThat(enquiry.getTenantId()).isEqualTo("0000");
        assertThat(enquiry.getStartUserId()).isEqualTo("sagsbehandler");
        assertThat(jdbc.queryForList(
                        "select payload from ics.evidence_entry where chain = 'system' order by sequence desc limit 1",
                        String.class))
                .first()
                .asString()
                .contains("\"enquiry\"", String.valueOf(line(enquiry).get("id")));
        if (engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(enquiry.getId())
                        .activityId("enquiryRecorded")
                        .count()
                == 1) {
            passed.add("enquiryRecorded");
        }
    }

    @Test
    @DisplayName("who was sent on, and where to")
    void referred() {
        Map<String, Object> answers = answer("referred");
        answers.put("enquiryReferredTo", "skattestyrelsen");
        // Answered before »henvist« was chosen; what is no longer shown is not kept.
        answers.put("category", "euWorker");

        assertThat(line(registered("visitation", answers)))
                .containsEntry("outcome", "referred")
                .containsEntry("referred_to", "skattestyrelsen")
                .containsEntry("case_reference", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sagsbehandler", "visitation"})
    @DisplayName("an enquiry that becomes a case begins as one, in its municipality")
    void becomesCase(String account) {
        Map<String, Object> answers = answer("becomesCase");
        answers.put("category", "euStudent");
        answers.put("municipality", "0147");

        Map<String, Object> line = line(registered(account, answers));

        CaseReference reference = CaseReference.parse(String.valueOf(line.get("case_reference")));
        assertThat(caseFile.get(reference).municipality().value()).isEqualTo("0147");
        assertThat(caseFile.get(reference).channel()).isEqualTo("phone");
        CaseUnderTest theCase = open(reference);
        assertThat(theCase.openTasks()).containsExactly("registerPerson");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .singleResult()
                        .getTenantId())
                .isEqualTo("0147");
    }

    @Test
    @DisplayName("what is left open is said at its field, and nothing is kept")
    void incomplete() {
        long lines = count("ics.enquiry");

        Answer noCategory = send("visitation", answer("becomesCase"));
        Answer nowhere = send("visitation", answer("referred"));
        Map<String, Object> topic = answer("answered");
        topic.put("enquiryTopic", "Anna Schmidt");
        Answer noTopic = send("visitation", topic);

        assertThat(List.of(noCategory.status(), nowhere.status(), noTopic.status()))
                .containsOnly(400);
        assertThat(noCategory.text()).contains("category", "Vælg en mulighed.");
        assertThat(nowhere.text()).contains("enquiryReferredTo", "Vælg en mulighed.");
        assertThat(noTopic.text()).contains("enquiryTopic").doesNotContain("Anna");
        assertThat(count("ics.enquiry")).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idkontrol", "specialist", "bif", "tilsyn", "partner0147", "admin"})
    @DisplayName("telephone and mail are answered by visitation and caseworkers")
    void notYours(String account) {
        assertThat(send(account, answer("answered")).status()).isEqualTo(403);
    }

    private static Map<String, Object> answer(String outcome) {
        return new HashMap<>(Map.of("channel", "phone", "enquiryTopic", "taxCard", "enquiryOutcome", outcome));
    }

    private Answer send(String account, Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return new EngineRest(address(), account)
                .post("/process-definition/key/enquiry/submit-form", Map.of("variables", variables));
    }

    private HistoricProcessInstance registered(String account, Map<String, Object> answers) {
        Answer answer = send(account, answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        HistoricProcessInstance instance = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(answer.body().path("id").asText())
                .singleResult();
        assertThat(instance.getEndTime()).isNotNull();
        return instance;
    }

    /** The newest line, which is of this enquiry: another one would have been counted. */
    private Map<String, Object> line(HistoricProcessInstance enquiry) {
        assertThat(enquiry.getProcessDefinitionKey()).isEqualTo("enquiry");
        return jdbc.queryForMap("select * from ics.enquiry order by id desc limit 1");
    }

    private long count(String table) {
        Long count = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return count == null ? 0 : count;
    }
}
