package dk.ics.intake.mitid;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@IntakeTest
class WitnessesTest {

    private static final LocalDate BORN = LocalDate.of(1980, 2, 3);
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-02T10:00:00+01:00");

    @Autowired
    Witnesses witnesses;

    @Autowired
    CaseFile caseFile;

    @Test
    @Transactional
    void a_witness_is_counted_over_all_cases_of_the_last_days_whatever_the_spaces() {
        witnessed("Karen Blix Søe", BORN, NOW.minusDays(1));
        witnessed("karen  blix søe", BORN, NOW.minusDays(119));
        witnessed("Karen Blix Søe", BORN, NOW.minusDays(121));
        witnessed("Karen Blix Søe", BORN.plusDays(1), NOW.minusDays(1));
        CaseReference own = witnessed("Karen Blix Søe", BORN, NOW);

        assertThat(witnesses.timesSince(NOW.minusDays(120), " Karen Blix  Søe", BORN, own))
                .isEqualTo(2);
        assertThat(witnesses.timesSince(NOW.minusDays(120), "Karl Blix Søe", BORN, own))
                .isZero();
    }

    private CaseReference witnessed(String name, LocalDate born, OffsetDateTime at) {
        CaseReference reference = TestCases.euWorker(caseFile);
        caseFile.write(
                reference,
                Map.of(
                        "mitIdProofing",
                        "witness",
                        "mitIdLevel",
                        "substantial",
                        "authenticator",
                        "app",
                        "witnessName",
                        name,
                        "witnessBirthDate",
                        born,
                        "witnessAdult",
                        "met",
                        "mitIdDecision",
                        "create",
                        "mitIdVerifiedBy",
                        "sagsbehandler",
                        "mitIdVerifiedAt",
                        at),
                Act.bySystem("test"));
        return reference;
    }
}
