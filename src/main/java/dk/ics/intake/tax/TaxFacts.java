package dk.ics.intake.tax;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every form shows of an application that has been sent, or is to be. */
@Component
class TaxFacts {

    private static final List<String> KEYS =
            List.of("employer", "jobStart", "taxForwardedAt", "taxReceiptNumber", "taxRejection");

    private final CaseFile caseFile;
    private final Citizen citizen;

    TaxFacts(CaseFile caseFile, Citizen citizen) {
        this.caseFile = caseFile;
        this.citizen = citizen;
    }

    Facts of(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        return citizen.facts(reference)
                .add("Arbejdsgiver", known.get("employer"))
                .add("Første arbejdsdag", known.get("jobStart"))
                .add("Sendt", known.get("taxForwardedAt"))
                .add("Kvittering", known.get("taxReceiptNumber"))
                .add("Skattestyrelsens begrundelse", known.get("taxRejection"));
    }
}
