package dk.ics.intake.residence;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FormRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Følg op hos SIRI«: the answer is overdue. */
@Component
class FollowUpSiriRule implements FormRule {

    private final Citizen citizen;

    FollowUpSiriRule(Citizen citizen) {
        this.citizen = citizen;
    }

    @Override
    public String formId() {
        return "followUpSiri";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of("facts", citizen.facts(reference).rows());
    }
}
