package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.evidence.LedgerRows;
import dk.ics.intake.evidence.Report;
import dk.ics.intake.evidence.TestLedger;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.journey.ScriptedForm;
import dk.ics.intake.process.EvidenceCases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two instances of the application on one database: branches of one case worked at once, and one of them killed. */
@IntakeTest
class EvidenceOfTwoNodesTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    TestDatabase database;

    @TempDir
    Path folder;

    @Test
    void parallel_branches_worked_on_two_nodes_append_one_chain() throws Exception {
        TestLedger ledger = TestLedger.in(folder, template, transaction, clock);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try (OtherNode other = OtherNode.start()) {
            for (int round = 0; round < 5; round++) {
                String reference = EvidenceCases.withBranches(engine, caseFile, clock, here());
                List<Task> branches = open(reference).stream().limit(2).toList();
                assertThat(branches).hasSize(2);
                CyclicBarrier both = new CyclicBarrier(2);
                List<Callable<Integer>> clicks = List.of(
                        () -> work(branches.get(0), here(), both), () -> work(branches.get(1), there(other), both));
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> click : people.invokeAll(clicks)) {
                    answers.add(click.get());
                }
                assertThat(answers).containsExactly(204, 204);
                assertThat(sequences(reference))
                        .isEqualTo(LedgerRows.of(jdbc, reference).size());
            }
            ledger.checkpoint();
            Report report = ledger.verify(database);
            assertThat(report.findings())
                    .filteredOn(finding -> finding.type().isAlarm())
                    .isEmpty();
        } finally {
            people.shutdownNow();
        }
    }

    /** The node stands between the task and its entry when it is killed: neither is there. */
    @Test
    void a_node_killed_between_task_and_entry_leaves_neither() throws Exception {
        String reference = EvidenceCases.withBranches(engine, caseFile, clock, here());
        Task task = open(reference).get(0);
        ExecutorService person = Executors.newSingleThreadExecutor();
        OtherNode doomed = OtherNode.start();
        try (Connection holder = database.as("postgres").getConnection();
                Statement statement = holder.createStatement()) {
            claim(task, there(doomed));
            int before = completed(task);
            statement.execute("select pg_advisory_lock(hashtextextended('%s', 350))".formatted(reference));
            Future<Integer> click = person.submit(() -> submit(task, there(doomed)));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsToAppend);
            doomed.kill();
            statement.execute("select pg_advisory_unlock_all()");
            assertThat(click).failsWithin(Duration.ofSeconds(30));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !somebodyWaitsToAppend());

            assertThat(completed(task)).isEqualTo(before).isZero();
            assertThat(engine.getTaskService()
                            .createTaskQuery()
                            .taskId(task.getId())
                            .count())
                    .isOne();
        } finally {
            doomed.close();
            person.shutdownNow();
        }
        assertThat(submit(task, here())).isEqualTo(204);
        assertThat(completed(task)).isOne();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .count())
                .isZero();
    }

    private boolean somebodyWaitsToAppend() {
        return jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private int completed(Task task) {
        return (int) LedgerRows.ofKind(jdbc, Kind.TASK_COMPLETED).stream()
                .filter(entry -> entry.path("act").path("taskId").asText().equals(task.getId()))
                .count();
    }

    private int sequences(String reference) {
        return jdbc.sql("select max(sequence) from ics.evidence_entry where chain = :chain")
                .param("chain", reference)
                .query(Integer.class)
                .single();
    }

    private List<Task> open(String reference) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .orderByTaskName()
                .asc()
                .list();
    }

    private int work(Task task, String address, CyclicBarrier both) throws Exception {
        claim(task, address);
        both.await();
        return submit(task, address);
    }

    private void claim(Task task, String address) {
        EngineRest worker = worker(task, address);
        assertThat(worker.post("/task/" + task.getId() + "/claim", Map.of("userId", worker.account()))
                        .status())
                .isEqualTo(204);
    }

    private int submit(Task task, String address) {
        EngineRest worker = worker(task, address);
        String path = "/task/" + task.getId();
        return worker.post(
                        path + "/submit-form",
                        new ScriptedForm(clock)
                                .fill(
                                        worker.get(path + "/deployed-form").body(),
                                        worker.get(path + "/form-variables").body()))
                .status();
    }

    private EngineRest worker(Task task, String address) {
        return new EngineRest(address, EvidenceCases.accountFor(engine, task));
    }

    private String here() {
        return "http://localhost:" + port;
    }

    private static String there(OtherNode node) {
        return "http://localhost:" + node.port();
    }
}
