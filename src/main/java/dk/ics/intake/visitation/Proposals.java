package dk.ics.intake.visitation;

import java.util.Collection;
import java.util.List;

/** Asks the decision tables; what answers is outside of the capabilities, because it knows the engine. */
public interface Proposals {

    Proposal of(VisitationFacts.Facts facts);

    /** Codes of the papers that the services require. */
    List<String> papers(VisitationFacts.Facts facts, Collection<String> services);
}
