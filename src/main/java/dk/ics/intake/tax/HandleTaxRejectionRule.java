package dk.ics.intake.tax;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FormRule;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Håndtér afvisning«: Skattestyrelsen did not take the application. */
@Component
class HandleTaxRejectionRule implements FormRule {

    private final CaseFile caseFile;
    private final Citizen citizen;

    HandleTaxRejectionRule(CaseFile caseFile, Citizen citizen) {
        this.caseFile = caseFile;
        this.citizen = citizen;
    }

    @Override
    public String formId() {
        return "handleTaxRejection";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("employer", "jobStart", "taxForwardedAt", "taxRejection"));
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Arbejdsgiver", known.get("employer"))
                        .add("Første arbejdsdag", known.get("jobStart"))
                        .add("Sendt", known.get("taxForwardedAt"))
                        .add("Skattestyrelsens begrundelse", known.get("taxRejection"))
                        .rows());
    }
}
