package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.simulator.Behaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A withdrawal in the same second as the job that has the number issued: either the one or the other, never both. */
class WithdrawalRaceTest extends ProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    TestDatabase database;

    @Autowired
    TransactionTemplate transaction;

    @RepeatedTest(25)
    void whichever_comes_first_the_case_is_whole(RepetitionInfo round) throws Exception {
        CaseUnderTest theCase = aboutToBeRegistered();
        if (round.getCurrentRepetition() % 3 == 0) {
            next("cpr/registrations", Behaviour.delay(40));
        }
        String issuing = job(theCase, "registerInCpr");
        withdraw(theCase);
        String stopping = job(theCase, "stopCase");

        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> {
            await(together);
            asExecutor(issuing);
        });
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            await(together);
            asExecutor(stopping);
        });
        one.get();
        other.get();
        theCase.run();

        isWhole(theCase);
    }

    @Test
    void a_number_that_is_being_issued_is_issued_first() throws Exception {
        CaseUnderTest theCase = aboutToBeRegistered();
        String issuing = job(theCase, "registerInCpr");
        withdraw(theCase);
        String stopping = job(theCase, "stopCase");

        inThisOrder(theCase, issuing, stopping);
        theCase.run();

        assertThat(theCase.file("withdrawalStage")).isEqualTo("afterNumber");
        isWhole(theCase);
    }

    @Test
    void a_number_that_was_about_to_be_issued_is_not_asked_for_any_more() throws Exception {
        CaseUnderTest theCase = aboutToBeRegistered();
        String issuing = job(theCase, "registerInCpr");
        withdraw(theCase);
        String stopping = job(theCase, "stopCase");

        inThisOrder(theCase, stopping, issuing);
        theCase.run();

        assertThat(theCase.file("withdrawalStage")).isEqualTo("beforeNumber");
        assertThat(books.arrivals("cpr"))
                .filteredOn(arrival -> arrival.operation().equals("registrations"))
                .noneMatch(
                        arrival -> (theCase.reference().value() + "/registerInCpr/1").equals(arrival.idempotencyKey()));
        isWhole(theCase);
    }

    @Test
    void a_number_whose_answer_got_lost_is_found_before_the_withdrawal_is_decided() {
        CaseUnderTest theCase = aboutToBeRegistered();
        next("cpr/registrations", Behaviour.of(Behaviour.Kind.DROP_AFTER_ACTING));
        String issuing = job(theCase, "registerInCpr");
        assertThatThrownBy(() -> engine.getManagementService().executeJob(issuing))
                .isInstanceOf(AuthorityUnavailable.class);
        assertThat(theCase.file("cprNumber")).isEqualTo("");

        withdraw(theCase).run();

        assertThat(theCase.file("withdrawalStage")).isEqualTo("afterNumber");
        isWhole(theCase);
    }

    private void isWhole(CaseUnderTest theCase) {
        String key = theCase.reference().value() + "/registerInCpr/1";
        Object number = theCase.file("cprNumber");
        assertThat(books.issued("personalNumber", key).map(Object.class::cast).orElse(""))
                .as("what CPR has and what the case has")
                .isEqualTo(number);
        if (number.equals("")) {
            assertThat(theCase.file("withdrawalStage")).isEqualTo("beforeNumber");
            theCase.isClosed("withdrawn");
        } else {
            assertThat(theCase.file("withdrawalStage")).isEqualTo("afterNumber");
            theCase.isClosed("withdrawnAfterRegistration");
        }
        assertThat(theCase.hasPassed("stoppedByWithdrawal")).isTrue();
        assertThat(theCase.hasPassed("withdrawn")).isTrue();
    }

    /** The case is held until both wait for it, the first before the second. */
    private void inThisOrder(CaseUnderTest theCase, String first, String second) throws Exception {
        CompletableFuture<?>[] both = new CompletableFuture<?>[2];
        transaction.executeWithoutResult(status -> {
            caseFile.lock(theCase.reference());
            both[0] = CompletableFuture.runAsync(() -> asExecutor(first));
            untilWaiting(1);
            both[1] = CompletableFuture.runAsync(() -> asExecutor(second));
            untilWaiting(2);
        });
        both[0].get();
        both[1].get();
    }

    /** How many transactions of the application wait for another one's row. */
    private void untilWaiting(int count) {
        JdbcTemplate watcher = new JdbcTemplate(database.as("postgres"));
        Instant deadline = Instant.now().plus(PATIENCE);
        Long waiting = 0L;
        while (waiting == null || waiting < count) {
            assertThat(Instant.now()).as("waiting: " + waiting).isBefore(deadline);
            waiting = watcher.queryForObject(
                    "select count(*) from pg_stat_activity where datname = current_database() and usename = 'app'"
                            + " and wait_event_type = 'Lock'",
                    Long.class);
        }
    }

    /** As the job executor does: what lost a race is tried again as long as it is there. */
    private void asExecutor(String job) {
        while (engine.getManagementService().createJobQuery().jobId(job).count() > 0) {
            try {
                engine.getManagementService().executeJob(job);
            } catch (OptimisticLockingException lostRace) {
                // Again.
            } catch (org.camunda.bpm.engine.exception.NullValueException
                    | org.camunda.bpm.engine.BadUserRequestException gone) {
                return;
            }
        }
    }

    private CaseUnderTest aboutToBeRegistered() {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        TestCases.decideRegistration(caseFile, theCase.reference());
        Stages.put(engine, theCase.reference(), new Stages.Stage("cprRegistration", "registerInCpr"));
        return theCase;
    }

    private String job(CaseUnderTest theCase, String activity) {
        return Stages.job(engine, theCase, activity).getId();
    }

    private CaseUnderTest withdraw(CaseUnderTest theCase) {
        Map<String, Object> variables = new LinkedHashMap<>();
        Map.of(
                        "caseReference", theCase.reference().value(),
                        "withdrawnBy", "citizen",
                        "withdrawalChannel", "phone",
                        "withdrawalReceivedOn", "2026-03-02")
                .forEach((key, value) -> variables.put(key, Map.of("value", value)));
        EngineRest.Answer answer =
                as("visitation").post("/process-definition/key/withdrawal/submit-form", Map.of("variables", variables));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return theCase;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
