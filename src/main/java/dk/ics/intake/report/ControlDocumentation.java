package dk.ics.intake.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The control record of one case: everything that was done to control an identity, by whom, after which procedure and with
 * which training, who supervised it, and what proves it. No address stands in it.
 *
 * @param steps who did what and when, from the first control to the decision
 * @param looks what specialists found, rounds that were put aside first
 * @param fourEyes whether another person looked at a doubt
 * @param ledger the entries of the case up to this moment
 * @param notice what has to be said of the record as a whole: that the case is a copy
 * @param lastVerification the latest verification of the whole ledger, if there was one
 */
public record ControlDocumentation(
        Subject subject,
        List<Control> controls,
        Named fourEyes,
        List<Step> steps,
        List<Look> looks,
        List<Referral> referrals,
        List<Supervised> supervision,
        List<Paper> documents,
        List<LedgerLine> ledger,
        @Nullable LedgerCheck lastVerification,
        @Nullable String notice,
        Instant drawnAt,
        Employee drawnBy) {

    /** Whose identity it is, and the document the case rests on now. */
    public record Subject(
            String reference,
            Named municipality,
            String name,
            @Nullable LocalDate birthDate,
            @Nullable String citizenship,
            @Nullable String documentType,
            @Nullable String documentState,
            @Nullable String documentNumber,
            @Nullable LocalDate documentExpiry) {

        /** Masked: it is a person. */
        @Override
        public String toString() {
            return "Subject[" + reference + "]";
        }
    }

    /**
     * A first control, or one made anew because of a finding.
     *
     * @param number null for a control of before controls were kept, of which the case file alone tells
     * @param decisionVersion the version of the decision that named the requirements; null: the six fixed ones
     * @param ofSupervision the supervision whose finding it was made for
     */
    public record Control(
            @Nullable Integer number,
            Named municipality,
            Employee controlledBy,
            Instant controlledAt,
            String procedureVersion,
            @Nullable String procedureTitle,
            @Nullable LocalDate procedureFrom,
            @Nullable Integer decisionVersion,
            @Nullable String documentType,
            @Nullable Named issuingGroup,
            @Nullable Named citizenGroup,
            @Nullable Named ageBand,
            @Nullable Named presentation,
            @Nullable String photoReason,
            List<Answer> answers,
            List<Difference> differences,
            @Nullable String explanation,
            List<ValidTraining> training,
            Named result,
            @Nullable Long ofSupervision) {}

    /** A minimum requirement and what was answered. */
    public record Answer(
            Named requirement, Named answer, @Nullable String reason) {}

    /** What the machine readable zone said and the application did not. */
    public record Difference(Named field, String zone, String application) {

        /** Masked: the values are a person's. */
        @Override
        public String toString() {
            return "Difference[" + field.code() + "]";
        }
    }

    /** A training that was valid at the control. */
    public record ValidTraining(
            Named course,
            LocalDate completedOn,
            LocalDate validUntil,
            @Nullable Instant revokedAt) {}

    /** An act of the control. */
    public record Step(
            Instant at, Employee by, Named act, @Nullable Named outcome) {}

    /** What followed a doubt: the look of a specialist, the hearing and the decision. */
    public record Look(
            @Nullable String doubt,
            @Nullable Employee examinedBy,
            @Nullable Instant examinedAt,
            @Nullable Named result,
            List<Answer> answers,
            @Nullable String findings,
            @Nullable String hearing,
            @Nullable Employee heardBy,
            @Nullable Instant heardAt,
            @Nullable LocalDate hearingDeadline,
            @Nullable Named hearingAnswer,
            @Nullable String hearingAnswerText,
            @Nullable Named decision,
            @Nullable Employee decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reasons) {}

    /** What NIDC was asked and said. NIDC informs, it does not decide. */
    public record Referral(
            @Nullable String question,
            @Nullable Named material,
            @Nullable Employee askedBy,
            @Nullable Instant askedAt,
            @Nullable Instant sentAt,
            @Nullable Named result,
            @Nullable String finding,
            @Nullable String caseNumber,
            @Nullable String journalNumber,
            @Nullable LocalDate answeredOn,
            @Nullable Employee recordedBy) {}

    /** A supervision in which a control of the case was drawn. */
    public record Supervised(
            long supervision,
            LocalDate periodFrom,
            LocalDate periodTo,
            Instant drawnAt,
            int control,
            Named reason,
            List<Named> risks,
            @Nullable Employee reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable Named finding,
            @Nullable String text,
            List<FollowUp> followUps) {}

    /** What a finding led to. */
    public record FollowUp(
            Named kind,
            @Nullable Employee employee,
            @Nullable String course,
            LocalDate due,
            Employee orderedBy,
            Instant orderedAt,
            @Nullable Named result,
            @Nullable Integer control,
            @Nullable String text,
            @Nullable Employee endedBy,
            @Nullable Instant endedAt) {}

    /** A paper of the case; the name of its file may tell of anything, so it is left out. */
    public record Paper(
            Named type,
            LocalDate receivedOn,
            boolean seenInOriginal,
            Employee recordedBy,
            @Nullable String sha256) {}

    /**
     * An entry of the ledger.
     *
     * @param step what the entry's task is called, where it is of a task
     * @param hash SHA-256 in the form of the checkpoints' files
     * @param checkpoint number of the checkpoint that covers it; null: not covered yet
     */
    public record LedgerLine(
            int sequence,
            Instant at,
            Employee by,
            Named kind,
            @Nullable String step,
            String hash,
            @Nullable Long checkpoint,
            @Nullable Instant checkpointAt) {}

    /** Masked: it is about a person. */
    @Override
    public String toString() {
        return "ControlDocumentation[" + subject.reference() + "]";
    }
}
