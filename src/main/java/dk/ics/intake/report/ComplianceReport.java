package dk.ics.intake.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How folkeregistreringsbekendtgørelsen § 1 stk. 7 was kept in a period: first what is missing, then the figures of each
 * number.
 *
 * @param notice what has to be said of the figures as a whole: that they are of multiplied data
 * @param missing every kind there is, also those of which nothing is missing
 */
public record ComplianceReport(
        Period period,
        List<Named> municipalities,
        Instant drawnAt,
        Employee drawnBy,
        @Nullable String notice,
        long missingTotal,
        List<Missing> missing,
        Procedures procedures,
        Training training,
        Supervision supervision,
        Documentation documentation) {

    /**
     * One kind of what can be missing.
     *
     * @param number of § 1 stk. 7
     * @param total how many there are
     * @param items the first of them
     */
    public record Missing(Named kind, int number, String nothing, long total, List<Item> items) {}

    /**
     * One that is missing.
     *
     * @param text what exactly, in Danish
     */
    public record Item(
            @Nullable String reference,
            @Nullable Integer control,
            @Nullable Named municipality,
            @Nullable Employee employee,
            @Nullable LocalDate day,
            String text) {}

    /** No. 1: procedures and minimum requirements. */
    public record Procedures(
            List<InForce> versions, Controls all, List<OfMunicipality> municipalities, List<Asked> requirements) {}

    /**
     * A procedure that was in force on a day of the period, or that a control of it followed.
     *
     * @param until its last day; null: it is in force still
     * @param putInForceBy null for what was in force when the register came
     * @param changed whether it came into force in the period
     */
    public record InForce(
            String version,
            String title,
            String changes,
            @Nullable Integer decisionVersion,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Employee putInForceBy,
            @Nullable Instant putInForceAt,
            boolean changed,
            long controls) {}

    /** Controls of the period by what came of them. */
    public record Controls(
            long total, long approved, long doubt, long photo, long withDifferences, long withNotRelevant) {}

    /** The controls of one municipality. */
    public record OfMunicipality(Named municipality, Controls controls) {}

    /** How often a requirement was asked for and what was answered. */
    public record Asked(Named requirement, long asked, long met, long notMet, long notRelevant) {}

    /**
     * No. 2: training.
     *
     * @param day the day at which it is looked at
     */
    public record Training(
            LocalDate day, long valid, long expiring, long expired, long missing, List<Trained> employees) {}

    /**
     * How an employee stands with a course that the group's tasks take.
     *
     * @param controls how many controls of the period the employee made
     */
    public record Trained(
            Employee employee,
            Named group,
            Named course,
            Named standing,
            @Nullable LocalDate validUntil,
            long controls) {}

    /** No. 3: supervision. */
    public record Supervision(
            Coverage all,
            List<CoveredMunicipality> municipalities,
            List<OfCaseworker> caseworkers,
            List<Sample> samples) {}

    /**
     * How much of the period's controls was supervised.
     *
     * @param drawn controls that are in a sample
     * @param covered controls of employees and municipalities that a sample of their day has controls of
     */
    public record Coverage(
            long controls,
            long covered,
            long drawn,
            long reviewed,
            long remarks,
            long errors,
            long followUps,
            long openFollowUps) {}

    /** Coverage of the controls of one municipality. */
    public record CoveredMunicipality(Named municipality, Coverage coverage) {}

    /** Coverage of the controls of one caseworker in one municipality. */
    public record OfCaseworker(Named municipality, Employee caseworker, Coverage coverage) {}

    /**
     * A supervision that has something of the period. With the seed anybody draws the same sample again.
     *
     * @param startedBy null: by itself
     * @param drawn controls of the reader's municipalities
     */
    public record Sample(
            long number,
            LocalDate from,
            LocalDate to,
            Instant drawnAt,
            @Nullable Employee startedBy,
            String seed,
            int sampleVersion,
            long drawn,
            long reviewed,
            @Nullable Instant endedAt) {}

    /**
     * No. 4: written documentation.
     *
     * @param complete controls of the period of which nothing is missing that their record has to hold
     * @param entries entries that checkpoints of the period cover
     * @param uncovered entries that no checkpoint covers yet
     * @param verifications how often the ledger was verified in the period
     * @param holding how many of them found nothing changed or lost
     */
    public record Documentation(
            long controls,
            long complete,
            long entries,
            long checkpoints,
            @Nullable Long lastCheckpoint,
            @Nullable Instant lastCheckpointAt,
            long uncovered,
            long verifications,
            long holding,
            @Nullable LedgerCheck lastVerification) {}
}
