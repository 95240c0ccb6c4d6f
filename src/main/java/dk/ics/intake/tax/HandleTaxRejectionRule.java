package dk.ics.intake.tax;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FormRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Håndtér afvisning«: Skattestyrelsen did not take the application. */
@Component
class HandleTaxRejectionRule implements FormRule {

    private final TaxFacts facts;

    HandleTaxRejectionRule(TaxFacts facts) {
        this.facts = facts;
    }

    @Override
    public String formId() {
        return "handleTaxRejection";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of("facts", facts.of(reference).rows());
    }
}
