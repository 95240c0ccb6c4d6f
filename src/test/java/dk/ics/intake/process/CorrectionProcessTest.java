package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.simulator.Arrival;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

class CorrectionProcessTest extends ProcessTest {

    @Autowired
    TestDatabase database;

    @Test
    @Reaches("dataCorrected")
    void what_is_no_identity_is_corrected_by_one_person_also_in_a_closed_case() {
        CaseUnderTest theCase = registered();
        caseFile.close(theCase.reference(), "completed", Act.bySystem("test"));
        request(theCase, "address");

        theCase.work("correctData", Map.of("newAddressLine", "Gl. Kongevej 12"));

        assertThat(theCase.file("addressLine")).isEqualTo("Gl. Kongevej 12");
        assertThat(corrections(theCase)).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("field", "addressLine")
                    .containsEntry("before", "Falkoner Allé 400, 3. tv.")
                    .containsEntry("after", "Gl. Kongevej 12")
                    .containsEntry("corrected_by", "sagsbehandler")
                    .containsEntry("approved_by", null);
        });
        assertThat(notices("cpr", theCase))
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .contains("Gl. Kongevej 12", "corrected")
                        .doesNotContain("familyName"));
        assertThat(theCase.journal())
                .containsSubsequence(
                        "correctionRequested",
                        "correctData: correct",
                        "applyCorrection",
                        "tellAuthorities: told",
                        "confirmCorrection: SENT");
        theCase.isClosed("completed");
    }

    @Test
    @Reaches("dataCorrected")
    void who_the_citizen_is_takes_two_people() {
        CaseUnderTest theCase = registered();
        Object before = theCase.file("familyName");
        request(theCase, "identity");

        theCase.work("correctData", Map.of("newFamilyName", "Nowicka"));
        assertThat(theCase.openTasks()).containsExactly("approveCorrection");
        assertThat(theCase.file("familyName")).as("not before it is approved").isEqualTo(before);
        assertThat(theCase.shown("approveCorrection").toString()).contains(before + " → Nowicka");

        EngineRest.Answer own =
                submit(theCase, "approveCorrection", "sagsbehandler", Map.of("correctionApproval", "approve"));
        assertThat(own.status()).isEqualTo(400);
        assertThat(own.body().path("fields").path("correctionApproval").asText())
                .startsWith("En anden end den, der har lavet rettelsen,");
        assertThat(theCase.file("familyName")).isEqualTo(before);

        unclaim(theCase, "approveCorrection", "sagsbehandler");
        EngineRest.Answer second =
                submit(theCase, "approveCorrection", "sagsbehandler2", Map.of("correctionApproval", "approve"));
        assertThat(second.status()).as(second.body().toString()).isEqualTo(204);
        theCase.run();

        assertThat(theCase.file("familyName")).isEqualTo("Nowicka");
        assertThat(corrections(theCase))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("corrected_by", "sagsbehandler")
                        .containsEntry("approved_by", "sagsbehandler2"));
        theCase.isOver();
    }

    /** The supervisor gives the task to the first person: the one who signs is still the one who is logged in. */
    @Test
    void a_forged_call_does_not_make_one_person_two() {
        CaseUnderTest theCase = registered();
        request(theCase, "identity");
        theCase.work("correctData", Map.of("newFamilyName", "Nowicka"));
        Task task = theCase.task("approveCorrection");
        EngineRest first = as("sagsbehandler");

        for (String path : List.of("complete", "resolve", "submit-form")) {
            first.post("/task/" + task.getId() + "/" + path, Map.of("variables", Map.of()));
        }
        as("tilsyn").post("/task/" + task.getId() + "/assignee", Map.of("userId", "sagsbehandler", "reason", "Prøve"));
        EngineRest.Answer assigned = first.post(
                "/task/" + task.getId() + "/submit-form",
                Map.of(
                        "variables",
                        Map.of(
                                "correctionApproval", Map.of("value", "approve"),
                                "correctionApprovedBy", Map.of("value", "sagsbehandler2"))));
        EngineRest.Answer plain = first.post(
                "/task/" + task.getId() + "/submit-form",
                Map.of("variables", Map.of("correctionApproval", Map.of("value", "approve"))));

        assertThat(assigned.status()).isEqualTo(400);
        assertThat(plain.status()).isEqualTo(400);
        assertThat(plain.body().path("fields").path("correctionApproval").asText())
                .isNotBlank();
        assertThat(theCase.openTasks()).containsExactly("approveCorrection");
        assertThat(corrections(theCase)).isEmpty();
    }

    @Test
    void the_data_itself_knows_no_identity_corrected_by_one_person() {
        CaseUnderTest theCase = registered();
        JdbcTemplate jdbc = new JdbcTemplate(database.as("app"));
        String insert = "insert into ics.correction (case_reference, field, before, after, needs_second, reason,"
                + " corrected_by, approved_by, corrected_at) values (?, 'familyName', 'a', 'b', ?, 'x', 'one', ?,"
                + " timestamptz '2026-03-02 10:00+01')";

        assertThatThrownBy(() -> jdbc.update(insert, theCase.reference().value(), true, "one"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.update(insert, theCase.reference().value(), true, null))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.update(insert, theCase.reference().value(), false, null))
                .isInstanceOf(DataIntegrityViolationException.class);
        jdbc.update(insert, theCase.reference().value(), true, "two");
        assertThatThrownBy(() -> jdbc.update("delete from ics.correction")).isNotNull();
    }

    @Test
    @Reaches("dataCorrected")
    void what_the_second_person_does_not_approve_comes_back_with_the_reason() {
        CaseUnderTest theCase = registered();
        request(theCase, "identity");
        theCase.work("correctData", Map.of("newFamilyName", "Nowicka"));

        assertThat(submit(
                                theCase,
                                "approveCorrection",
                                "sagsbehandler2",
                                Map.of("correctionApproval", "reject", "correctionApprovalNote", "Passet siger Nowak."))
                        .status())
                .isEqualTo(204);
        assertThat(theCase.openTasks()).containsExactly("correctData");
        assertThat(theCase.shown("correctData").toString()).contains("Passet siger Nowak.", "Nowicka");

        theCase.work("correctData", Map.of("newFamilyName", "Nowak"));
        assertThat(submit(theCase, "approveCorrection", "sagsbehandler2", Map.of("correctionApproval", "approve"))
                        .status())
                .isEqualTo(204);
        theCase.run();
        assertThat(theCase.file("familyName")).isEqualTo("Nowak");
        theCase.isOver();
    }

    @Test
    @Reaches("correctionRefused")
    void a_correction_that_is_not_due_is_refused_in_writing() {
        CaseUnderTest theCase = registered();
        Object before = theCase.file("phone");
        request(theCase, "contact");

        theCase.work(
                "correctData",
                Map.of("correctionOutcome", "dismiss", "correctionRefusalReason", "Oplysningen er rigtig."));

        assertThat(theCase.file("phone")).isEqualTo(before);
        assertThat(corrections(theCase)).isEmpty();
        assertThat(theCase.journal()).contains("correctData: dismiss", "refuseCorrection: SENT");
        theCase.isOver();
    }

    @Test
    void a_correction_that_changes_nothing_and_a_citizen_not_there_yet_are_refused() {
        CaseUnderTest theCase = registered();
        request(theCase, "address");
        EngineRest.Answer nothing = submit(
                theCase,
                "correctData",
                "sagsbehandler",
                Map.of("correctionOutcome", "correct", "correctionEvidence", "Lejekontrakt"));
        assertThat(nothing.body().path("fields").path("correctionOutcome").asText())
                .startsWith("Ingen oplysning er ændret.");
        CaseUnderTest empty =
                open(caseFile.open(new MunicipalityCode("0147"), "euWorker", "phone", Act.bySystem("test")));

        EngineRest.Answer none = start(empty, "address");

        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body().path("fields").path("caseReference").asText())
                .startsWith("Borgeren er ikke registreret i sagen endnu.");
    }

    @Test
    void a_second_correction_begins_with_what_is_registered_and_tells_the_authority_again() {
        CaseUnderTest theCase = registered();
        request(theCase, "address");
        theCase.work("correctData", Map.of("newAddressLine", "Gl. Kongevej 12"));
        request(theCase, "address");
        assertThat(theCase.shown("correctData")
                        .path("newAddressLine")
                        .path("value")
                        .asText())
                .isEqualTo("Gl. Kongevej 12");

        theCase.work("correctData", Map.of("newAddressLine", "Gl. Kongevej 14"));

        assertThat(corrections(theCase)).hasSize(2);
        assertThat(notices("cpr", theCase))
                .extracting(Arrival::idempotencyKey)
                .containsExactly(
                        theCase.reference().value() + "/notice-corrected-cpr-1/1",
                        theCase.reference().value() + "/notice-corrected-cpr-2/1");
    }

    private CaseUnderTest registered() {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        caseFile.write(
                theCase.reference(),
                Map.of("identityDocumentExpiry", java.time.LocalDate.of(2031, 1, 1)),
                Act.bySystem("test"));
        giveNumber(theCase);
        return theCase;
    }

    private void request(CaseUnderTest theCase, String kind) {
        EngineRest.Answer answer = start(theCase, kind);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private EngineRest.Answer start(CaseUnderTest theCase, String kind) {
        return begin(
                "sagsbehandler",
                "correction",
                theCase.reference().value(),
                Map.of("correctionKind", kind, "correctionReason", "Borgeren ringede."));
    }

    private EngineRest.Answer submit(CaseUnderTest theCase, String task, String account, Map<String, Object> answers) {
        String path = "/task/" + theCase.task(task).getId();
        as(account).post(path + "/claim", Map.of("userId", account));
        Map<String, Object> variables = new java.util.LinkedHashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return as(account).post(path + "/submit-form", Map.of("variables", variables));
    }

    private void unclaim(CaseUnderTest theCase, String task, String account) {
        assertThat(as(account)
                        .post("/task/" + theCase.task(task).getId() + "/unclaim", Map.of())
                        .status())
                .isEqualTo(204);
    }

    private List<Map<String, Object>> corrections(CaseUnderTest theCase) {
        return new JdbcTemplate(database.as("app"))
                .queryForList(
                        "select * from ics.correction where case_reference = ? order by id",
                        theCase.reference().value());
    }

    private List<Arrival> notices(String authority, CaseUnderTest theCase) {
        return books.arrivals(authority).stream()
                .filter(arrival -> arrival.operation().equals("notices"))
                .filter(arrival -> arrival.body().contains(theCase.reference().value()))
                .toList();
    }
}
