package dk.ics.intake.search;

import dk.ics.intake.casefile.FieldProblem;
import java.util.List;

/** What a search comes to. */
public sealed interface SearchAnswer {

    /**
     * It was made and logged.
     *
     * @param more whether there are more cases than these
     */
    record Found(List<Hit> hits, boolean more) implements SearchAnswer {}

    /** Nothing was looked for: these fields have to be put right; none is named if all are empty. */
    record Refused(List<FieldProblem> problems) implements SearchAnswer {}
}
