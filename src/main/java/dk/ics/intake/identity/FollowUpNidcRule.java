package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FormRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Følg op hos NIDC«: the statement is overdue. */
@Component
class FollowUpNidcRule implements FormRule {

    private final NidcFacts facts;

    FollowUpNidcRule(NidcFacts facts) {
        this.facts = facts;
    }

    @Override
    public String formId() {
        return "followUpNidc";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of("nidc", facts.question(reference).rows());
    }
}
