package dk.ics.intake.mitid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Books;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class MitIdRegistrationTest {

    @Autowired
    MitIdRegistration mitId;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Behaviours behaviours;

    @Autowired
    Books books;

    private CaseReference reference;

    @BeforeEach
    void verify() {
        reference = TestCases.euWorker(caseFile);
        TestCases.decideRegistration(caseFile, reference);
        caseFile.write(
                reference,
                Map.of(
                        "cprNumber", "7705910002",
                        "mitIdProofing", "chipScan",
                        "mitIdLevel", "high",
                        "authenticator", "app",
                        "mitIdDecision", "create",
                        "mitIdVerifiedBy", "sagsbehandler",
                        "mitIdVerifiedAt", OffsetDateTime.parse("2026-03-02T10:00:00+01:00")),
                Act.bySystem("test"));
    }

    @AfterEach
    void allGoesWell() {
        behaviours.clear();
    }

    @Test
    void a_mitid_is_created_once_even_if_the_answer_is_lost() {
        behaviours.next("mitid", "identities", Behaviour.of(Behaviour.Kind.DROP_AFTER_ACTING));
        assertThatThrownBy(() -> mitId.create(reference, "instance", true)).isInstanceOf(AuthorityUnavailable.class);
        assertThat(mitId.create(reference, "instance", true)).isEqualTo("created");

        assertThat(caseFile.read(reference, List.of("mitIdNumber")).get("mitIdNumber"))
                .isEqualTo(books.issued("mitId", reference + "/createMitId/1").orElseThrow());
        assertThat(books.issued("mitId", reference + "/createMitId/2")).isEmpty();
    }

    @Test
    void a_rejection_is_an_outcome_and_the_next_decision_a_new_attempt() {
        behaviours.next("mitid", "identities", Behaviour.refuse("IDENTITY_EXISTS"));
        assertThat(mitId.create(reference, "instance", true)).isEqualTo("rejected");
        assertThat(caseFile.read(reference, List.of("mitIdRejection")))
                .containsEntry("mitIdRejection", "MitID svarede med kode IDENTITY_EXISTS.");

        assertThat(mitId.create(reference, "instance", true)).isEqualTo("created");
        assertThat(caseFile.read(reference, List.of("mitIdRejection"))).isEmpty();
        assertThat(books.issued("mitId", reference + "/createMitId/2")).isPresent();
    }
}
