package dk.ics.intake.supervision;

import java.util.List;

/**
 * A control of the period from which a sample is drawn.
 *
 * @param controlledBy user id of the caseworker who made it
 * @param risks why it is looked at in any case; empty for one that is looked at only if it is drawn
 */
record Candidate(String caseReference, int controlNo, String municipality, String controlledBy, List<String> risks) {

    Candidate {
        risks = List.copyOf(risks);
    }

    boolean isRisk() {
        return !risks.isEmpty();
    }
}
