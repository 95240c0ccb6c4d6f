package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Tildel læge i gruppe 1«: who does not answer in time is in group 1 (sundhedsloven § 58) and has a doctor (§ 59). */
@Component
class AssignDoctorRule implements FormRule {

    private final ChooseDoctorRule choice;

    AssignDoctorRule(ChooseDoctorRule choice) {
        this.choice = choice;
    }

    @Override
    public String formId() {
        return "assignDoctor";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return choice.prefill(reference);
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return choice.check(inGroupOne(submission));
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        Map<String, Object> effects = new HashMap<>(choice.accept(submission));
        effects.put("insuranceGroup", "groupOne");
        return effects;
    }

    private static FormSubmission inGroupOne(FormSubmission submission) {
        Map<String, Object> values = new HashMap<>(submission.values());
        values.put("insuranceGroup", "groupOne");
        return new FormSubmission(submission.reference(), submission.userId(), values, submission.current());
    }
}
