package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who is both may not look twice at one identity, however the task would come to him. */
class FourEyesTest extends ProcessTest {

    private static final String FIRST = "idkontrol";
    private static final Map<String, Object> ASK_NIDC = Map.of("doubtOutcome", "askNidc");
    private static final Map<String, Object> REFUSAL_CONSIDERED = Map.of("doubtOutcome", "refusalConsidered");

    private record Root(String path, Function<String, Http> as) {

        @Override
        public String toString() {
            return path;
        }
    }

    @Autowired
    TestDatabase database;

    @Autowired
    IdentityService accounts;

    @Autowired
    TaskDoor door;

    @BeforeEach
    void somebodyIsBoth() {
        accounts.createMembership(FIRST, "identitySpecialist");
    }

    @AfterEach
    void nobodyIsBoth() {
        accounts.clearAuthentication();
        accounts.deleteMembership(FIRST, "identitySpecialist");
    }

    private Stream<Root> roots() {
        return Stream.of(
                new Root("/engine-rest", user -> Http.basic(port, user, "demo")),
                new Root(
                        "/camunda/api/engine/engine/default",
                        user -> WebappUser.login(port, user, "demo", user.equals("admin") ? "cockpit" : "tasklist")
                                .http()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "examineDoubt",
                "sendToNidc",
                "recordNidcAnswer",
                "followUpNidc",
                "hearParty",
                "recordHearingAnswer",
                "decideRefusal"
            })
    void the_first_person_takes_no_task_of_the_doubt(String task) {
        CaseUnderTest theCase = reach(task);

        roots().forEach(root -> {
            HttpResponse<String> claim = call(root, FIRST, theCase, task, "/claim", "{\"userId\":\"" + FIRST + "\"}");
            assertThat(claim.statusCode()).as("%s", root).isEqualTo(403);
            assertThat(claim.body()).contains("Du har selv udført den første kontrol");
        });
        assertThat(theCase.task(task).getAssignee()).isNull();
        theCase.take(task);
    }

    @Test
    void nor_after_a_supervisor_gives_it() {
        CaseUnderTest theCase = reach("examineDoubt");
        theCase.take("examineDoubt");

        roots().forEach(root -> {
            HttpResponse<String> given = call(
                    root,
                    "tilsyn",
                    theCase,
                    "examineDoubt",
                    "/assignee",
                    "{\"userId\":\"" + FIRST + "\",\"reason\":\"Signe er syg\"}");
            assertThat(given.statusCode()).as("%s", root).isEqualTo(400);
            assertThat(given.body()).contains("Opgaven kan ikke gives til den, der har udført den første kontrol.");
        });
        assertThat(theCase.task("examineDoubt").getAssignee()).isEqualTo("specialist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "specialist", FIRST})
    void nor_by_anybody_else_and_not_by_delegation(String user) {
        CaseUnderTest theCase = reach("decideRefusal");
        theCase.take("decideRefusal");
        String body = "{\"userId\":\"" + FIRST + "\",\"reason\":\"Prøve\"}";

        roots().forEach(root -> {
            assertThat(call(root, user, theCase, "decideRefusal", "/assignee", body)
                            .statusCode())
                    .as("%s assigns", root)
                    .isEqualTo(403);
            assertThat(call(root, user, theCase, "decideRefusal", "/delegate", body)
                            .statusCode())
                    .as("%s delegates", root)
                    .isEqualTo(403);
        });
        assertThat(theCase.task("decideRefusal").getAssignee()).isEqualTo("specialist");
    }

    @Test
    void no_forged_variable_makes_another_person_of_the_first() {
        CaseUnderTest theCase = reach("examineDoubt");
        String forged = "{\"variables\":{\"controlledBy\":{\"value\":\"idkontrol2\"},"
                + "\"examinedBy\":{\"value\":\"specialist\"},\"doubtOutcome\":{\"value\":\"approved\"}}}";
        roots().forEach(root -> assertThat(call(root, FIRST, theCase, "examineDoubt", "/submit-form", forged)
                        .statusCode())
                .as("%s", root)
                .isEqualTo(403));

        theCase.take("examineDoubt");
        roots().forEach(root -> {
            HttpResponse<String> sent = call(root, "specialist", theCase, "examineDoubt", "/submit-form", forged);
            assertThat(sent.statusCode()).as("%s", root).isEqualTo(400);
            assertThat(sent.body()).contains("Feltet findes ikke i formularen.");
        });
        assertThat(theCase.file("controlledBy")).isEqualTo(FIRST);
        assertThat(theCase.file("examinedBy")).isEqualTo("");
    }

    @Test
    void who_has_changed_group_since_is_the_same_person() {
        CaseUnderTest theCase = reach("examineDoubt");
        accounts.deleteMembership(FIRST, "identityControl");
        try {
            roots().forEach(root -> assertThat(
                            call(root, FIRST, theCase, "examineDoubt", "/claim", "{\"userId\":\"" + FIRST + "\"}")
                                    .statusCode())
                    .as("%s", root)
                    .isEqualTo(403));
        } finally {
            accounts.createMembership(FIRST, "identityControl");
        }
    }

    @Test
    void the_engine_itself_gives_the_first_person_nothing() {
        CaseUnderTest theCase = reach("examineDoubt");
        String task = theCase.task("examineDoubt").getId();

        assertThatThrownBy(() -> engine.getTaskService().setAssignee(task, FIRST))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(FourEyes.REFUSED);
        assertThatThrownBy(() -> engine.getTaskService().claim(task, FIRST)).hasMessageContaining(FourEyes.REFUSED);

        engine.getTaskService().setAssignee(task, "specialist");
        accounts.setAuthentication(FIRST, List.of("identityControl", "identitySpecialist"), List.of("0147"));
        assertThatThrownBy(() -> door.complete(
                        engine.getTaskService(), task, Map.of("doubtOutcome", (Object) "approved"), new Facts()))
                .hasMessageContaining(FourEyes.REFUSED);
        accounts.clearAuthentication();
        assertThat(theCase.openTasks()).containsExactly("examineDoubt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "owner"})
    void the_data_take_no_second_look_of_the_first_person(String role) {
        CaseUnderTest theCase = reach("decideRefusal");
        JdbcTemplate sql = new JdbcTemplate(database.as(role));
        for (String change : List.of(
                "examined_by = controlled_by",
                "controlled_by = examined_by",
                "examination_result = 'askNidc', examined_by = null",
                "hearing_answer = 'waived', identity_decision = 'refused', refusal_reason = 'x',"
                        + " complaint_guidance = 'given', identity_decided_by = controlled_by")) {
            assertThatThrownBy(() -> sql.update(
                            "update ics.identity set " + change + " where case_reference = ?",
                            theCase.reference().value()))
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .rootCause()
                    .hasMessageContaining("by_another");
        }
    }

    private CaseUnderTest reach(String task) {
        CaseUnderTest theCase =
                begin("identityControl", Map.of()).work("controlIdentity", Map.of("identityOutcome", "doubt"));
        assertThat(theCase.file("controlledBy")).isEqualTo(FIRST);
        switch (task) {
            case "sendToNidc", "recordNidcAnswer" ->
                staysAway("nidc/referrals", theCase, () -> theCase.work("examineDoubt", ASK_NIDC));
            case "followUpNidc" -> {
                next("nidc/referrals", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
                theCase.work("examineDoubt", ASK_NIDC).fireTimer("nidcOverdue");
            }
            case "hearParty" -> theCase.work("examineDoubt", REFUSAL_CONSIDERED);
            case "recordHearingAnswer" ->
                theCase.work("examineDoubt", REFUSAL_CONSIDERED).work("hearParty");
            case "decideRefusal" ->
                theCase.work("examineDoubt", REFUSAL_CONSIDERED)
                        .work("hearParty")
                        .fireTimer("hearingOver");
            default -> {}
        }
        if (task.equals("recordNidcAnswer")) {
            theCase.work("sendToNidc");
        }
        assertThat(theCase.openTasks()).containsExactly(task);
        return theCase;
    }

    private static HttpResponse<String> call(
            Root root, String user, CaseUnderTest theCase, String task, String operation, String body) {
        return root.as()
                .apply(user)
                .json("POST", root.path() + "/task/" + theCase.task(task).getId() + operation, body);
    }
}
