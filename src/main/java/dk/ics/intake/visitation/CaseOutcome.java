package dk.ics.intake.visitation;

import java.util.Collection;
import java.util.Set;

/** With which outcome a case is closed. */
public enum CaseOutcome {
    /** The citizen got everything that was started. */
    COMPLETED("completed"),
    /** The citizen got some of it. */
    PARTLY("partly"),
    /** The citizen got nothing of it. */
    REFUSED("refused");

    private final String code;

    CaseOutcome(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The control of identity is a step on the way and gives nothing by itself. */
    public static CaseOutcome of(Collection<String> started, Set<String> delivered) {
        long wanted = started.stream().filter(CaseOutcome::isDelivery).count();
        long got = started.stream()
                .filter(CaseOutcome::isDelivery)
                .filter(delivered::contains)
                .count();
        if (got == wanted) {
            return COMPLETED;
        }
        return got == 0 ? REFUSED : PARTLY;
    }

    private static boolean isDelivery(String service) {
        return !service.equals("identityControl");
    }
}
