package dk.ics.intake.visitation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.Statements;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.application.Families;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However many moved in together, reading them takes the same few statements. */
@IntakeTest
class FamilyAppointmentsTest {

    private static final Act ACT = Act.bySystem("test");

    @Autowired
    CaseFile caseFile;

    @Autowired
    Families families;

    @Autowired
    FamilyAppointments appointments;

    @Autowired
    TestDatabase database;

    @Test
    void a_family_is_read_by_one_statement() {
        CaseReference reference = family(9).get(1);

        assertThat(families.of(reference)).hasSize(9);
        assertThat(Statements.of(() -> families.of(reference))).hasSize(1);
    }

    @Test
    void their_appointments_are_read_by_one_more() {
        List<CaseReference> family = family(9);
        caseFile.write(family.get(7), Map.of("appointmentAt", OffsetDateTime.parse("2026-03-09T10:15:00+01:00")), ACT);

        List<String> statements = Statements.of(() -> {
            FamilyAppointments.Others others = appointments.of(family.get(1));
            Facts rows = new Facts();
            others.addTo(rows);
            assertThat(rows.rows()).hasSize(8).last().asString().contains("ingen tid endnu");
            assertThat(rows.rows().get(6).get("value")).isEqualTo("9. marts 2026 kl. 10.15");
            assertThat(others.common()).contains(OffsetDateTime.parse("2026-03-09T10:15:00+01:00"));
        });

        assertThat(statements).hasSize(2);
    }

    private List<CaseReference> family(int size) {
        UUID application = UUID.randomUUID();
        database.execute(
                "insert into ics.application (id, content_sha256, received_at) values ('%s', '%1$s', '2026-03-02')"
                        .formatted(application));
        List<CaseReference> family = new ArrayList<>();
        for (int position = 0; position < size; position++) {
            CaseReference reference = caseFile.open(new MunicipalityCode("0147"), "euFamily", "phone", ACT);
            caseFile.write(reference, Map.of("familyName", "Prøve"), ACT);
            database.execute(
                    "insert into ics.application_case (application_id, position, case_reference) values ('%s', %d, '%s')"
                            .formatted(application, position, reference.value()));
            family.add(reference);
        }
        return family;
    }
}
