package dk.ics.intake.oversight;

import dk.ics.intake.report.ComplianceReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the identity controls of the reader's municipalities go, on one page.
 *
 * @param notice what has to be said of the figures as a whole: that they are of multiplied data
 * @param months the last twelve, the oldest first, also those without a control
 * @param documented controls of this month, and how many have all that their record has to hold
 * @param supervised the months whose supervision is due, the newest first
 */
public record OverviewFigures(
        Instant at,
        @Nullable String notice,
        LocalDate today,
        long controlsToday,
        long controlsThisMonth,
        List<Month> months,
        Share documented,
        Doubts doubts,
        Overdue overdue,
        Month supervised,
        FollowUps followUps,
        Training training,
        List<AtAuthority> authorities,
        CitizenFigures citizens) {

    /**
     * The controls of a month.
     *
     * @param first its first day
     * @param drawn how many are in a sample, reviewed or not
     */
    public record Month(LocalDate first, long controls, long doubts, long photos, long drawn, long reviewed) {}

    /** A part of a whole. */
    public record Share(long of, long part) {}

    /** Doubts of open cases that nobody has decided. */
    public record Doubts(long open, @Nullable Instant oldest) {}

    /** Deadlines of open cases that have passed. */
    public record Overdue(
            long cases, long deadlines, @Nullable LocalDate oldest) {}

    /** What supervision has ordered and nobody has ended. */
    public record FollowUps(long open, long overdue) {}

    /**
     * Who may control an identity, by the standing of the training it takes.
     *
     * @param toAct whose training ends soon, is over or is missing
     */
    public record Training(
            long valid, long expiring, long expired, long missing, List<ComplianceReport.Trained> toAct) {}

    /**
     * What stands still at an authority.
     *
     * @param connected whether the systems speak with each other; otherwise a person does the act there
     * @param incidents calls that failed and are not tried again by themselves
     * @param waiting what was sent and not answered yet
     * @param waitingSince when the oldest of it was sent
     */
    public record AtAuthority(
            String code,
            String label,
            boolean connected,
            long incidents,
            long waiting,
            @Nullable Instant waitingSince) {}
}
