package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Ingen læge åben«: search again, group 2, or choose later (sundhedsloven § 58). */
@Component
class HandleNoDoctorRule implements FormRule {

    private final Citizen citizen;
    private final InsuranceCountry insuranceCountry;

    HandleNoDoctorRule(Citizen citizen, InsuranceCountry insuranceCountry) {
        this.citizen = citizen;
        this.insuranceCountry = insuranceCountry;
    }

    @Override
    public String formId() {
        return "handleNoDoctor";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> shown = new HashMap<>(insuranceCountry.question(reference));
        shown.put("facts", citizen.facts(reference).rows());
        return shown;
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return "groupTwo".equals(submission.values().get("noDoctorOutcome"))
                ? Map.of("insuranceGroup", "groupTwo")
                : Map.of();
    }
}
