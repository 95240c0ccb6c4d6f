package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** The tables themselves keep the order of things, whoever writes. */
@IntakeTest
class IdentityLifeCycleTest {

    private static final Act ACT = new Act("test", "idkontrol", null);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T10:00+01:00");

    @Autowired
    private CaseFile caseFile;

    @Test
    void approvesOnlyWithEveryRequirementMet() {
        CaseReference reference = open();
        Map<String, Object> control = control("approved");
        refused(reference, control);

        MinimumRequirements.FIRST.forEach(requirement -> control.put(requirement, "met"));
        refused(reference, control);

        control.put("mrzMissingReason", "Kortet har ingen linjer.");
        caseFile.write(reference, control, ACT);
        refused(reference, Map.of("photoMatches", "notMet"));
    }

    @Test
    void keepsTheSecondLookFromThePersonOfTheFirst() {
        CaseReference reference = open();
        refused(reference, examination("specialist"));

        caseFile.write(reference, doubt(), ACT);
        refused(reference, examination("idkontrol"));
        caseFile.write(reference, examination("specialist"), ACT);
        assertThat(caseFile.read(reference, List.of("examinedBy"))).containsEntry("examinedBy", "specialist");
    }

    @Test
    void refusesOnlyAfterAHearingWithReasonsAndGuidance() {
        CaseReference reference = open();
        caseFile.write(reference, doubt(), ACT);
        caseFile.write(reference, examination("specialist"), ACT);
        Map<String, Object> decision = new HashMap<>(Map.of(
                "identityDecision", "refused",
                "identityDecidedBy", "specialist",
                "identityDecidedAt", AT,
                "refusalReason", "Dokumentet er udløbet.",
                "complaintGuidance", "given"));
        refused(reference, decision);

        caseFile.write(
                reference,
                Map.of(
                        "hearingText", "Kommunen er i tvivl.",
                        "hearingDeadline", LocalDate.of(2026, 3, 16),
                        "hearingAnswer", "waived"),
                ACT);
        caseFile.write(reference, decision, ACT);
    }

    @Test
    void takesAQuestionToNidcFromAnotherPersonOnly() {
        CaseReference reference = open();
        caseFile.write(reference, doubt(), ACT);
        Map<String, Object> question = new HashMap<>(examination("idkontrol"));
        question.put("examinationResult", "askNidc");
        refused(reference, question);

        question.put("examinedBy", "specialist");
        caseFile.write(reference, question, ACT);
        assertThat(caseFile.read(reference, List.of("examinationResult")))
                .containsEntry("examinationResult", "askNidc");
    }

    @Test
    void takesAStatementOfNidcWithItsNumberItsDayAndWhoRecordedIt() {
        CaseReference reference = open();
        Map<String, Object> statement = new HashMap<>(Map.of(
                "nidcResult", "forged",
                "nidcReference", "2026-04711",
                "nidcAnsweredOn", LocalDate.of(2026, 3, 2),
                "nidcRecordedBy", "specialist"));
        for (String missing : List.of("nidcReference", "nidcAnsweredOn", "nidcRecordedBy")) {
            Map<String, Object> incomplete = new HashMap<>(statement);
            incomplete.remove(missing);
            refused(reference, incomplete);
        }
        caseFile.write(reference, statement, ACT);
        refused(reference, Map.of("nidcResult", "notAsked"));
    }

    @Test
    void refusesAfterAHearingByLetterOnlyOnceItHasGoneOut() {
        CaseReference reference = open();
        caseFile.write(reference, doubt(), ACT);
        caseFile.write(reference, examination("specialist"), ACT);
        caseFile.write(
                reference,
                Map.of(
                        "hearingGrounds", "Fotoet er skiftet ud.",
                        "hearingDeadline", LocalDate.of(2026, 3, 16),
                        "hearingAnswer", "waived"),
                ACT);
        Map<String, Object> decision = Map.of(
                "identityDecision", "refused",
                "identityDecidedBy", "specialist",
                "identityDecidedAt", AT,
                "refusalReason", "Dokumentet er forfalsket.",
                "complaintGuidance", "given");
        refused(reference, decision);

        caseFile.write(reference, Map.of("hearingSentAt", AT), ACT);
        caseFile.write(reference, decision, ACT);
    }

    @Test
    void givesNoNumberWithoutADecisionAndNoOtherThanTheConfirmedOne() {
        CaseReference reference = open();
        refused(reference, Map.of("cprNumber", "6304901000"));

        caseFile.write(
                reference,
                Map.of(
                        "existingNumber", "6304901000",
                        "existingNumberDecision", "samePerson",
                        "housingProven", "met",
                        "registrationDate", LocalDate.of(2026, 3, 1),
                        "registrationDecision", "register",
                        "registrationDecidedBy", "sagsbehandler",
                        "registrationDecidedAt", AT),
                ACT);
        refused(reference, Map.of("cprNumber", "6304901002"));
        caseFile.write(reference, Map.of("cprNumber", "6304901000"), ACT);
    }

    private void refused(CaseReference reference, Map<String, ?> changes) {
        assertThatThrownBy(() -> caseFile.write(reference, new HashMap<String, Object>(changes), ACT))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private CaseReference open() {
        return caseFile.open(new MunicipalityCode("0147"), "euWorker", "walkIn", ACT);
    }

    private static Map<String, Object> control(String result) {
        return new HashMap<>(Map.of(
                "controlResult",
                result,
                "controlledBy",
                "idkontrol",
                "controlledAt",
                AT,
                "procedureVersion",
                "2026-1"));
    }

    private static Map<String, Object> doubt() {
        Map<String, Object> control = control("doubt");
        control.put("doubtReason", "Billedet ligner ikke.");
        return control;
    }

    private static Map<String, Object> examination(String user) {
        return Map.of("examinationResult", "refusalConsidered", "examinedBy", user, "examinedAt", AT);
    }
}
