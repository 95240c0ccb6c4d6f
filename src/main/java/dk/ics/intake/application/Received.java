package dk.ics.intake.application;

import dk.ics.intake.casefile.CaseReference;
import java.util.List;

/**
 * The cases of an application, in the order of its persons.
 *
 * @param firstTime whether they were opened now; otherwise the same application had been received before
 */
public record Received(List<CaseReference> references, boolean firstTime) {}
