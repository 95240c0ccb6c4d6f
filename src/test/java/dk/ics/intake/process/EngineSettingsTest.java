package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.evidence.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@IntakeTest
@ExtendWith(OutputCaptureExtension.class)
class EngineSettingsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestDatabase database;

    @Autowired
    TaskDoor door;

    @Autowired
    CaseFile caseFile;

    ProcessInstance instance;

    @BeforeEach
    void start() {
        FailingSend.isPaused = false;
        engine.getRepositoryService()
                .createDeployment()
                .name("tryEngine")
                .addClasspathResource("gateway/try-engine.bpmn")
                .deploy();
        // A call outward holds its case, so there is one.
        String reference = TestCases.euWorker(caseFile).value();
        instance = start(Map.of("caseReference", reference, "municipality", "0147", "channel", "phone"));
    }

    @AfterEach
    void remove() {
        // The application deletes no history, not even with a deployment.
        TestDatabase.instance().removeCases();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("tryEngine")
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void keepsOnlyVariablesOfTheListAndOnlySomeOfThemInHistory() {
        assertThat(engine.getRuntimeService().getVariables(instance.getId()))
                .containsOnlyKeys("caseReference", "municipality", "channel");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list())
                .singleElement()
                .satisfies(variable -> assertThat(variable.getName()).isEqualTo("channel"));
        assertThat(rows("select distinct name_ from act_hi_varinst union select distinct name_ from act_hi_detail"))
                .containsExactly("channel");
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .count())
                .isPositive();
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().count())
                .isPositive();
    }

    @Test
    void refusesAVariableThatIsNotOnTheList() {
        assertThatThrownBy(() -> engine.getRuntimeService().setVariable(instance.getId(), "familyName", "Nowak"))
                .hasMessage("A process keeps no variable of this name");
        assertThatThrownBy(() -> start(Map.of("municipality", "0147", "notes", "Nowak")))
                .hasMessageNotContaining("Nowak");
        assertThat(rows("select name_ from act_ru_variable")).doesNotContain("familyName", "notes");
    }

    @Test
    void refusesTextWhereACodeBelongs() {
        for (Object value : List.of("Anna Nowak", 7, Map.of("name", "Nowak"), new byte[] {1})) {
            assertThatThrownBy(() -> engine.getRuntimeService().setVariable(instance.getId(), "channel", value))
                    .hasMessage("The variable channel cannot hold this value");
        }
        assertThat(engine.getRuntimeService().getVariable(instance.getId(), "channel"))
                .isEqualTo("phone");
    }

    @Test
    void startsNothingWithoutAMunicipality() {
        assertThatThrownBy(() -> start(Map.of("caseReference", "2026-000002"))).hasMessageContaining("municipality");
        assertThatThrownBy(() -> start(Map.of("municipality", "9999"))).hasMessageContaining("municipality");
        assertThat(instance.getTenantId()).isEqualTo("0147");
        assertThat(rows("select coalesce(tenant_id_, 'none') from act_hi_actinst union "
                        + "select coalesce(tenant_id_, 'none') from act_hi_procinst union "
                        + "select coalesce(tenant_id_, 'none') from act_ru_variable"))
                .containsExactly("0147");
    }

    @Test
    void completesATaskThroughItsFormOnly() {
        TaskService tasks = engine.getTaskService();
        String task = task().getId();

        assertThatThrownBy(() -> tasks.complete(task)).hasMessage(TaskDoor.CLOSED);
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task, Map.of()))
                .hasMessage(TaskDoor.CLOSED);
        assertThatThrownBy(() -> tasks.resolveTask(task)).hasMessage(TaskDoor.CLOSED);
        assertThatThrownBy(() -> tasks.delegateTask(task, "visitation")).hasMessage(TaskDoor.CLOSED);
        assertThatThrownBy(() -> tasks.handleBpmnError(task, "error")).hasMessage(TaskDoor.CLOSED);
        assertThatThrownBy(() -> tasks.handleEscalation(task, "escalation")).hasMessage(TaskDoor.CLOSED);
        assertThatThrownBy(() -> tasks.setVariable(task, "channel", "mail")).hasMessage(TaskDoor.CLOSED);
        assertThatThrownBy(() -> tasks.setVariableLocal(task, "channel", "mail"))
                .hasMessage(TaskDoor.CLOSED);
        assertThatThrownBy(() -> tasks.createComment(task, null, "Nowak")).hasMessage(TaskDoor.CLOSED);
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired().execute(context -> {
                    context.getTaskManager().findTaskById(task).complete();
                    return null;
                }))
                .hasMessageContaining(TaskDoor.CLOSED);
        assertThat(task().getId()).isEqualTo(task);
        assertThat(task().getDelegationState()).isNull();

        door.complete(tasks, task, Map.of(), new Facts());
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${clock.instant()}",
                "${''.getClass()}",
                "${currentUser().getClass()}",
                "#{currentUser()}#{''.getClass()}",
                "${ currentUser() }"
            })
    void evaluatesNoExpressionOfAQuery(String expression) {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression(expression)
                        .endOr()
                        .list())
                .hasRootCauseMessage("This expression is not allowed in a query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${currentUser()}"})
    void evaluatesTheTimeAndTheUserInAQuery(String expression) {
        engine.getIdentityService().setAuthentication("visitation", List.of(), List.of("0147"));
        try {
            if (expression.equals("${now()}")) {
                assertThat(engine.getTaskService()
                                .createTaskQuery()
                                .or()
                                .dueBeforeExpression(expression)
                                .endOr()
                                .list())
                        .isEmpty();
            } else {
                assertThat(engine.getTaskService()
                                .createTaskQuery()
                                .or()
                                .taskAssigneeExpression(expression)
                                .endOr()
                                .list())
                        .isEmpty();
            }
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Test
    void keepsAFailureWithoutAWordOfThePerson(CapturedOutput output) {
        Job job = failingJob();
        for (int tries = 0; tries < 6; tries++) {
            run(job.getId());
        }

        Job failed = job();
        assertThat(failed.getRetries()).isZero();
        assertThat(failed.getExceptionMessage()).isEqualTo("IllegalArgumentException < IOException");
        assertThat(engine.getManagementService().getJobExceptionStacktrace(job.getId()))
                .contains("FailingSend.execute")
                .doesNotContain(FailingSend.SECRET);
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .singleResult()
                        .getIncidentMessage())
                .isEqualTo("IllegalArgumentException < IOException");
        assertThat(rows("select coalesce(job_exception_msg_, '') from act_hi_job_log"))
                .noneMatch(this::isLeak);
        assertThat(rows("select coalesce(incident_msg_, '') from act_hi_incident"))
                .noneMatch(this::isLeak);
        assertThat(rows("select encode(bytes_, 'escape') from act_ge_bytearray where deployment_id_ is null"))
                .noneMatch(this::isLeak);
        assertThat(output.getAll()).doesNotContain(FailingSend.SECRET);
    }

    @Test
    void usesUpNoTryWhileTheAuthorityIsPaused() {
        FailingSend.isPaused = true;
        Job job = failingJob();
        int before = job.getRetries();

        run(job.getId());
        run(job.getId());

        assertThat(job().getRetries()).isEqualTo(before);
        assertThat(job().getDuedate().toInstant())
                .isBetween(
                        ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(6)),
                        ClockUtil.getCurrentTime().toInstant().plus(Duration.ofMinutes(8)));
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    }

    @Test
    void namesThingsInTheOrderOfTime() {
        TimeOrderedIds ids = new TimeOrderedIds();
        String first = ids.getNextId();

        assertThat(ids.getNextId()).isGreaterThan(first);
        assertThat(instance.getId().charAt(14)).isEqualTo('7');
    }

    private boolean isLeak(String text) {
        return text.contains(FailingSend.SECRET);
    }

    private Job failingJob() {
        door.complete(engine.getTaskService(), task().getId(), Map.of(), new Facts());
        return job();
    }

    private Job job() {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("tryEngine")
                .singleResult();
    }

    private void run(String job) {
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job));
    }

    private Task task() {
        return engine.getTaskService().createTaskQuery().singleResult();
    }

    private ProcessInstance start(Map<String, Object> variables) {
        return engine.getRuntimeService()
                .createProcessInstanceByKey("tryEngine")
                .setVariables(variables)
                .execute();
    }

    private List<String> rows(String sql) {
        return new JdbcTemplate(database.as("postgres")).queryForList(sql, String.class);
    }
}
