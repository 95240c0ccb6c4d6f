package dk.ics.intake.supervision;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A control that was drawn, what the review found and what followed.
 *
 * @param reason {@code random} or {@code risk}
 * @param risks codes of what made it a risk case
 * @param review null until somebody has reviewed it
 */
public record SupervisedItem(
        long supervision,
        int number,
        CaseReference caseReference,
        int controlNo,
        MunicipalityCode municipality,
        String controlledBy,
        String reason,
        List<String> risks,
        @Nullable Review review,
        List<FollowUp> followUps) {

    /** @param finding {@code none}, {@code remark} or {@code error} */
    public record Review(
            String reviewedBy,
            Instant reviewedAt,
            String finding,
            @Nullable String text) {}

    /**
     * What a finding leads to.
     *
     * @param kind {@code recontrol} or {@code training}
     * @param end null while it is open
     */
    public record FollowUp(
            String kind,
            @Nullable String employee,
            @Nullable String course,
            LocalDate due,
            String orderedBy,
            Instant orderedAt,
            @Nullable End end) {}

    /** @param result {@code done} or {@code lapsed} */
    public record End(
            String result,
            @Nullable Integer controlNo,
            @Nullable UUID trainingId,
            @Nullable String text,
            String endedBy,
            Instant endedAt) {}

    /** {@code open}, {@code followUp} or {@code closed}. */
    public String state() {
        if (review == null) {
            return "open";
        }
        return followUps.stream().allMatch(followUp -> followUp.end() != null) ? "closed" : "followUp";
    }
}
