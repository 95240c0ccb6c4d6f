package dk.ics.intake.tax;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FormRule;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Følg op hos Skattestyrelsen«: the receipt is overdue. */
@Component
class FollowUpTaxReceiptRule implements FormRule {

    private final CaseFile caseFile;
    private final Citizen citizen;

    FollowUpTaxReceiptRule(CaseFile caseFile, Citizen citizen) {
        this.caseFile = caseFile;
        this.citizen = citizen;
    }

    @Override
    public String formId() {
        return "followUpTaxReceipt";
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
                        .rows());
    }
}
