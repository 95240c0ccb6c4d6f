package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one person's case stands.
 *
 * @param no place of the person in the application, from 1
 * @param name what the person is called by those who applied together
 * @param outcome code with which it was closed; null while it is open
 * @param assessment code of what the visitation decided; null before
 * @param missing codes of the papers that the citizen was asked for and that have not come
 * @param papersBy until when
 * @param visit what the citizen may do about coming in person
 * @param cameAt when the citizen came
 * @param beingWithdrawn whether a withdrawal is under way
 */
public record CaseStatus(
        int no,
        CaseReference reference,
        String name,
        boolean open,
        @Nullable String outcome,
        @Nullable String assessment,
        List<String> missing,
        @Nullable LocalDate papersBy,
        Visit visit,
        @Nullable OffsetDateTime cameAt,
        List<Reception.ServiceProgress> services,
        boolean beingWithdrawn) {

    /** When the citizen comes, if that is agreed and the citizen has not come yet. */
    public @Nullable OffsetDateTime appointment() {
        return visit.appointment();
    }

    /** Whether the citizen may still withdraw. */
    public boolean isWithdrawable() {
        return open && !beingWithdrawn;
    }

    /** Masked. */
    @Override
    public String toString() {
        return "CaseStatus[" + reference + "]";
    }
}
