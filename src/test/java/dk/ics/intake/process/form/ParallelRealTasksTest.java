package dk.ics.intake.process.form;

import static dk.ics.intake.process.form.TryForms.form;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.form.RestClient.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two caseworkers, two real forms of one case that are open at the same time and show the same field of the person. */
@IntakeTest
class ParallelRealTasksTest {

    private static final RealForm ASSESS = named("assessApplication");
    private static final RealForm TAX = named("checkTaxApplication");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Test
    void the_second_sees_both_values_and_decides_and_nothing_is_lost() {
        CaseReference reference = TestCases.euWorker(caseFile);
        String assess = ASSESS.open(engine, reference);
        String tax = TAX.open(engine, reference);
        RestClient visitation = RestClient.engineRest(port, "visitation");
        RestClient caseworker = RestClient.webapp(port, "sagsbehandler");
        assertThat(visitation
                        .get("/task/" + assess + "/form-variables")
                        .json()
                        .at("/employer/value")
                        .asText())
                .isEqualTo("Møllehjulet ApS");
        assertThat(caseworker
                        .get("/task/" + tax + "/form-variables")
                        .json()
                        .at("/employer/value")
                        .asText())
                .isEqualTo("Møllehjulet ApS");

        Answer first = visitation.post(
                "/task/" + assess + "/submit-form",
                form(
                        "employer", "Møllehjulet Aarhus ApS",
                        "jobStart", "2026-03-23",
                        "assessmentOutcome", "referred",
                        "referredTo", "Aarhus Kommune",
                        "referralReason", "Borgeren er flyttet til Aarhus."));
        assertThat(first.status()).as(first.text()).isEqualTo(204);

        assertThat(read(reference)).containsEntry("employer", "Møllehjulet Aarhus ApS");

        Answer second = tax(caseworker, tax, "Møllehjulet Odense ApS", "2026-03-16");

        assertThat(second.status()).as(second.text()).isEqualTo(400);
        assertThat(second.json().path("type").asText()).isEqualTo("Conflict");
        assertThat(second.json().path("fields").properties())
                .as("jobStart was not touched")
                .hasSize(1);
        assertThat(second.field("employer"))
                .contains("Du har skrevet »Møllehjulet Odense ApS«")
                .contains("en kollega har i mellemtiden skrevet »Møllehjulet Aarhus ApS«");
        assertThat(second.json().at("/conflicts/employer/theirs").asText()).isEqualTo("Møllehjulet Aarhus ApS");
        assertThat(read(reference))
                .as("the colleague's work stands")
                .containsEntry("employer", "Møllehjulet Aarhus ApS")
                .containsEntry("jobStart", LocalDate.of(2026, 3, 23));
        JsonNode reopened = RestClient.webapp(port, "sagsbehandler")
                .get("/task/" + tax + "/form-variables")
                .json();
        assertThat(reopened.at("/employer/value").asText())
                .as("what was typed is kept, in a new session too")
                .isEqualTo("Møllehjulet Odense ApS");
        assertThat(reopened.at("/jobStart/value").asText())
                .as("what was not touched is the colleague's")
                .isEqualTo("2026-03-23");

        Answer decided = tax(caseworker, tax, "Møllehjulet Odense ApS", "2026-03-23");

        assertThat(decided.status()).as(decided.text()).isEqualTo(204);
        assertThat(read(reference))
                .containsEntry("employer", "Møllehjulet Odense ApS")
                .containsEntry("jobStart", LocalDate.of(2026, 3, 23));
    }

    private static Answer tax(RestClient caseworker, String task, String employer, String jobStart) {
        return caseworker.post(
                "/task/" + task + "/submit-form",
                form(
                        "employer", employer,
                        "jobStart", jobStart,
                        "taxOutcome", "forward",
                        "taxFormSigned", "met",
                        "taxContractSigned", "met",
                        "taxIdentityCopied", "met",
                        "taxCopiesLegible", "met"));
    }

    private Map<String, Object> read(CaseReference reference) {
        return caseFile.read(reference, List.of("employer", "jobStart"));
    }

    private static RealForm named(String id) {
        return RealForm.tasks().stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
