package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseReference;

/**
 * Somebody who comes to the desk.
 *
 * @param forResidenceDocument whether SIRI's desk is needed too
 */
public record Visitor(CaseReference reference, boolean forResidenceDocument) {}
