package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeTest
@ExtendWith(OutputCaptureExtension.class)
class SilentAuthorityTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Behaviours behaviours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void allGoesWell() {
        behaviours.clear();
    }

    @Test
    void an_error_that_repeats_the_person_leaves_no_trace_in_engine_or_log(CapturedOutput log) {
        CaseReference reference = TestCases.euWorker(caseFile);
        ProcessInstance instance = begin(reference);
        behaviours.next("siri", "hand-overs", Behaviour.of(Behaviour.Kind.FAIL));

        fail(instance);

        Job job = job(instance);
        String trace = management.getJobExceptionStacktrace(job.getId());
        assertThat(job.getExceptionMessage()).contains("siri: status 500");
        String name = person(reference, "familyName");
        String document = person(reference, "identityDocumentNumber");
        assertThat(trace).doesNotContain(name, document);
        assertThat(log.getAll()).doesNotContain(name, document);
        assertThat(jdbc.sql(
                                "select count(*) from act_ge_bytearray where position(convert_to(:name, 'UTF8') in bytes_) > 0")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select string_agg(coalesce(job_exception_msg_, ''), '') from act_hi_job_log")
                        .query(String.class)
                        .single())
                .doesNotContain(name, document);
    }

    @Test
    void a_paused_authority_costs_no_try_and_the_job_goes_on_later() {
        int tries = job(begin(TestCases.euWorker(caseFile))).getRetries();
        List<ProcessInstance> cases = Stream.generate(() -> begin(TestCases.euWorker(caseFile)))
                .limit(11)
                .toList();
        cases.forEach(instance -> behaviours.next("siri", "hand-overs", Behaviour.of(Behaviour.Kind.FAIL)));
        cases.forEach(this::fail);
        behaviours.clear();

        ProcessInstance last = cases.get(10);
        Job waiting = job(last);
        assertThat(waiting.getRetries()).isEqualTo(tries);
        assertThat(waiting.getExceptionMessage()).isNull();
        assertThat(Objects.requireNonNull(waiting.getDuedate()).toInstant())
                .isBetween(clock.now().plus(Duration.ofSeconds(10)), clock.now().plus(Duration.ofSeconds(31)));

        clock.advance(Duration.ofSeconds(31));
        management.executeJob(waiting.getId());
        management.executeJob(job(cases.get(9)).getId());
        assertThat(management.createJobQuery().jobId(waiting.getId()).count()).isZero();
    }

    private ProcessInstance begin(CaseReference reference) {
        return runtime.createProcessInstanceByKey("euResidence")
                .businessKey(reference.value())
                .setVariable("caseReference", reference.value())
                .setVariable("municipality", "0147")
                .setVariable("municipalityName", "Frederiksberg")
                .startBeforeActivity("handOverToSiri")
                .execute();
    }

    /** Runs the job as the job executor does, with what follows a failure. */
    private void fail(ProcessInstance instance) {
        String job = job(instance).getId();
        assertThatThrownBy(() -> ExecuteJobHelper.executeJob(job, engine.getCommandExecutorTxRequired()))
                .isInstanceOf(RuntimeException.class);
    }

    private Job job(ProcessInstance instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .singleResult();
    }

    private String person(CaseReference reference, String key) {
        return (String)
                Objects.requireNonNull(caseFile.read(reference, List.of(key)).get(key));
    }
}
