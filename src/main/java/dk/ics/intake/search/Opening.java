package dk.ics.intake.search;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;

/** Whether a case may be shown. */
public sealed interface Opening {

    /** It may, for this. */
    record Opened(CaseReference reference, Ground ground) implements Opening {}

    /** There is none, or none of the user's municipalities: the user learns no difference. */
    record NotFound() implements Opening {}

    /** Something about the request has to be put right first. */
    record Refused(FieldProblem problem) implements Opening {}
}
