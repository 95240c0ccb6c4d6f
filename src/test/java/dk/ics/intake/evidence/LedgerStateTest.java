package dk.ics.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many entries there are is right, although what is signed is counted once. */
@IntakeTest
class LedgerStateTest {

    @Autowired
    LedgerStates states;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Beginning beginning;

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @Value("${ics.evidence.export}")
    Path export;

    @BeforeEach
    @AfterEach
    void nothingIsSigned() throws IOException {
        TestLedger.forget(export);
        database.execute("truncate ics.evidence_checkpoint");
    }

    @Test
    void entries_are_counted_before_and_after_each_checkpoint() {
        long none = check();
        assertThat(none).isPositive();
        TestCases.euWorker(caseFile);
        TestLedger.sign(checkpoints);
        long one = check();
        assertThat(states.now().uncovered()).isZero();

        TestCases.euWorker(caseFile);
        TestCases.euWorker(caseFile);
        assertThat(states.now().uncovered()).isPositive();
        assertThat(check()).isGreaterThan(one);
        TestLedger.sign(checkpoints);
        assertThat(check()).isGreaterThan(one);
    }

    @Test
    void a_ledger_that_began_anew_is_counted_anew() throws IOException {
        TestCases.euWorker(caseFile);
        TestLedger.sign(checkpoints);
        long before = check();

        database.removeCases();
        nothingIsSigned();
        beginning.begin();

        assertThat(check()).isLessThan(before);
        TestLedger.sign(checkpoints);
        check();
    }

    private long check() {
        long counted = states.now().entries();
        assertThat(counted)
                .isEqualTo(jdbc.sql("select count(*) from ics.evidence_entry")
                        .query(Long.class)
                        .single());
        return counted;
    }
}
