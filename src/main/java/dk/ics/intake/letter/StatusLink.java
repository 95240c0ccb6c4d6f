package dk.ics.intake.letter;

import dk.ics.intake.casefile.CaseReference;
import java.util.Optional;

/** Makes a link under which the citizen finds the case; who makes it knows the citizens' pages. */
public interface StatusLink {

    /**
     * A further link, which opens from now on whatever becomes of the caller's transaction: it stands in a mail that has
     * gone.
     *
     * @param language ISO 639-1, of the page
     * @return nothing for a case that was not applied for
     */
    Optional<String> issue(CaseReference reference, String language);
}
