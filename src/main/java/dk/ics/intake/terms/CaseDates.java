package dk.ics.intake.terms;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadline;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Facts;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows a caseworker what follows from the law for the case at hand. */
@Component
public class CaseDates {

    private final CaseTerms terms;
    private final Deadlines deadlines;

    CaseDates(CaseTerms terms, Deadlines deadlines) {
        this.terms = terms;
        this.deadlines = deadlines;
    }

    /** Adds right or duty, the effective date and the deadlines. */
    public void addTo(Facts rows, CaseReference reference) {
        Terms known = terms.of(reference);
        Map<String, Deadline> noted =
                deadlines.of(reference).stream().collect(Collectors.toMap(Deadline::code, deadline -> deadline));
        rows.add("Ret eller pligt til registrering", known.claimInDanish());
        if (!known.claim().equals("none")) {
            rows.add("Registreres tidligst fra", terms.effectiveDate(reference).orElse(null));
        }
        rows.add("Anmeldes senest", due(noted, CaseTerms.NOTIFICATION))
                .add("Opholdsdokument senest", due(noted, CaseTerms.RESIDENCE_DOCUMENT));
        if (known.biometrics()) {
            rows.add(
                    "Biometri",
                    "SIRI optager foto og fingeraftryk til opholdskortet; under 6 år kun foto, og under 18 år hos"
                            + " forældremyndighedens indehaver normalt intet kort");
        }
    }

    private static @org.jspecify.annotations.Nullable Object due(Map<String, Deadline> noted, String code) {
        Deadline deadline = noted.get(code);
        return deadline == null ? null : deadline.due();
    }
}
