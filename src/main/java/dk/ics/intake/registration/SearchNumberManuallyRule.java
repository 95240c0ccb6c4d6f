package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CprNumber;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Søg eksisterende nummer«: an administrative number is a real number and is used again when the person moves in. */
@Component
class SearchNumberManuallyRule implements FormRule {

    private final ToRegister toRegister;

    SearchNumberManuallyRule(ToRegister toRegister) {
        this.toRegister = toRegister;
    }

    @Override
    public String formId() {
        return "searchNumberManually";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of("facts", toRegister.facts(reference).rows());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values());
    }

    static List<FieldProblem> problems(Map<String, Object> values) {
        String number = (String) values.get("existingNumber");
        return new Problems(values)
                .when(number != null && Numbers.parse(number).isEmpty(), "existingNumber", Numbers.NO_NUMBER)
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        String number = submission.text("existingNumber");
        return number == null
                ? Map.of()
                : Map.of("existingNumber", CprNumber.parse(number).value());
    }
}
