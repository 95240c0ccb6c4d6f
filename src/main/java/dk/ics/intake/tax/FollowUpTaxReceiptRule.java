package dk.ics.intake.tax;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FormRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Følg op hos Skattestyrelsen«: the receipt is overdue. */
@Component
class FollowUpTaxReceiptRule implements FormRule {

    private final TaxFacts facts;

    FollowUpTaxReceiptRule(TaxFacts facts) {
        this.facts = facts;
    }

    @Override
    public String formId() {
        return "followUpTaxReceipt";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of("facts", facts.of(reference).rows());
    }
}
