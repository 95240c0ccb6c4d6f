package dk.ics.intake.visitation;

import java.util.List;

/**
 * What the tables propose for a case.
 *
 * @param result {@code served}, {@code referred} or {@code undecided}
 * @param services codes of the services that are proposed, in the order in which they are given
 * @param reason code of the rule that decided
 * @param entitled codes of all services the citizen has a right to, served here or not
 */
public record Proposal(String result, List<String> services, String reason, List<String> entitled) {

    public boolean isUndecided() {
        return result.equals("undecided");
    }

    public boolean isReferred() {
        return result.equals("referred");
    }
}
