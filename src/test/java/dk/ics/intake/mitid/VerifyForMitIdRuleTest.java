package dk.ics.intake.mitid;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.FieldProblem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifyForMitIdRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate GROWN_UP = LocalDate.of(1990, 4, 3);
    private static final MitIdProof PROOF = new MitIdProof(new MitIdProperties(13, 15, 30, 3, 120, 1), TODAY);

    @Test
    void isForPeopleFromThirteen() {
        assertThat(problems(values("chipScan"), TODAY.minusYears(13))).isEmpty();
        assertThat(problems(values("chipScan"), TODAY.minusYears(13).plusDays(1)))
                .containsExactly("mitIdOutcome");
    }

    @Test
    void untilFifteenAParentOrGuardianAgrees() {
        Map<String, Object> values = values("chipScan");
        values.put("guardianConsent", "notMet");
        assertThat(problems(values, TODAY.minusYears(15).plusDays(1))).containsExactly("guardianConsent");
        assertThat(problems(values, TODAY.minusYears(15))).isEmpty();
        assertThat(PROOF.needsGuardian(TODAY.minusYears(15).plusDays(1))).isTrue();
        assertThat(PROOF.needsGuardian(TODAY.minusYears(15))).isFalse();
    }

    @Test
    void aWitnessIsGrownUpHasHadMitIdLongEnoughAndIsNoHabit() {
        Map<String, Object> values = values("witness");
        values.put("witnessBirthDate", TODAY.minusYears(18));
        assertThat(adult(values)).isEmpty();

        values.putAll(Map.of(
                "witnessBirthDate", TODAY.minusYears(18).plusDays(1), "witnessMitIdDays", 30, "witnessTimes", 3));
        assertThat(adult(values)).containsExactly("witnessBirthDate", "witnessMitIdDays", "witnessTimes");
    }

    @Test
    void aWitnessWhoWasOneHereThreeTimesIsNotTakenWhateverHeSays() {
        Map<String, Object> values = values("witness");
        values.put("witnessBirthDate", TODAY.minusYears(40));
        values.put("witnessTimes", 0);
        assertThat(keys(PROOF.problems(values, person(GROWN_UP, null, null), 2)))
                .isEmpty();
        assertThat(keys(PROOF.problems(values, person(GROWN_UP, null, null), 3)))
                .containsExactly("witnessName");
    }

    /** A form of the first version asks whether the witness is grown up, and for no document. */
    @Test
    void anOlderFormIsJudgedByWhatItAsks() {
        Map<String, Object> values = values("witness");
        values.remove("mitIdDocument");
        values.put("witnessAdult", "notMet");
        assertThat(adult(values)).containsExactly("witnessAdult");
        values.put("witnessAdult", "met");
        assertThat(adult(values)).isEmpty();
    }

    @Test
    void theHighLevelNeedsTheChipOrADanishPassportAndAnAppOrChip() {
        Map<String, Object> values = values("witness");
        values.put("witnessAdult", "met");
        values.put("mitIdLevel", "high");
        assertThat(adult(values)).containsExactly("mitIdLevel");
        values.put("mitIdDocument", "danishPassport");
        values.put("authenticator", "codeDisplay");
        assertThat(adult(values)).containsExactly("authenticator");
        values.put("authenticator", "chip");
        assertThat(adult(values)).isEmpty();
    }

    @Test
    void onlyAPassportOrIdentityCardHasAChip() {
        Map<String, Object> values = values("chipScan");
        values.put("mitIdDocument", "danishDrivingLicence");
        assertThat(adult(values)).containsExactly("mitIdProofing");
    }

    @Test
    void withoutTheChipADanishDocumentStandsBesideTheForeignPassport() {
        Map<String, Object> values = values("questions");
        values.put("mitIdSupportingDocument", "none");
        assertThat(adult(values)).containsExactly("mitIdSupportingDocument");
        values.put("mitIdDocument", "residencePermitWithCpr");
        assertThat(adult(values)).isEmpty();
    }

    @Test
    void anExpiredDocumentProvesNothing() {
        Map<String, Object> values = values("chipScan");
        assertThat(keys(PROOF.problems(values, person(GROWN_UP, TODAY.minusDays(1), null), 0)))
                .containsExactly("mitIdDocument");
        assertThat(keys(PROOF.problems(values, person(GROWN_UP, TODAY, null), 0)))
                .isEmpty();
    }

    @Test
    void cprHasNoQuestionsForWhoWasRegisteredToday() {
        Map<String, Object> values = values("questions");
        assertThat(keys(PROOF.problems(values, person(GROWN_UP, null, TODAY), 0)))
                .containsExactly("mitIdProofing");
        assertThat(keys(PROOF.problems(values, person(GROWN_UP, null, TODAY.minusDays(1)), 0)))
                .isEmpty();
    }

    @Test
    void postponingNeedsADayThatIsNotOverAndARefusalComplaintGuidance() {
        assertThat(keys(VerifyForMitIdRule.decided(Map.of("mitIdReturnOn", TODAY), TODAY)))
                .isEmpty();
        assertThat(keys(VerifyForMitIdRule.decided(Map.of("mitIdReturnOn", TODAY.minusDays(1)), TODAY)))
                .containsExactly("mitIdReturnOn");
        assertThat(keys(VerifyForMitIdRule.decided(
                        Map.of("mitIdReturnOn", TODAY.plusMonths(6).plusDays(1)), TODAY)))
                .containsExactly("mitIdReturnOn");
        assertThat(keys(VerifyForMitIdRule.decided(Map.of("mitIdComplaintGuidance", "notGiven"), TODAY)))
                .containsExactly("mitIdComplaintGuidance");
    }

    private static List<String> adult(Map<String, Object> values) {
        return problems(values, GROWN_UP);
    }

    private static List<String> problems(Map<String, Object> values, LocalDate born) {
        return keys(PROOF.problems(values, person(born, null, null), 0));
    }

    private static MitIdProof.Person person(
            LocalDate born, @Nullable LocalDate documentExpiry, @Nullable LocalDate registered) {
        return new MitIdProof.Person(born, documentExpiry, registered);
    }

    private static List<String> keys(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::key).toList();
    }

    private static Map<String, Object> values(String proofing) {
        Map<String, Object> values = new HashMap<>();
        values.put("mitIdOutcome", "create");
        values.put("mitIdDocument", "foreignPassport");
        values.put("mitIdProofing", proofing);
        values.put("mitIdSupportingDocument", "residenceCertificate");
        values.put("mitIdLevel", "substantial");
        values.put("authenticator", "app");
        values.put("witnessMitIdDays", 31);
        values.put("witnessTimes", 2);
        return values;
    }
}
