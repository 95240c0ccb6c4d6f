package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CprNumber;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Søg eksisterende nummer«: an administrative number is a real number and is used again when the person moves in. */
@Component
class SearchNumberManuallyRule implements FormRule {

    private final ToRegister toRegister;
    private final RegisteredPersons persons;

    SearchNumberManuallyRule(ToRegister toRegister, RegisteredPersons persons) {
        this.toRegister = toRegister;
        this.persons = persons;
    }

    @Override
    public String formId() {
        return "searchNumberManually";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of(
                "facts",
                toRegister
                        .facts(reference)
                        .add(
                                "Nummer i en anden sag her",
                                persons.numberInAnotherCase(reference).orElse(null))
                        .rows());
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
        Map<String, Object> effects = new HashMap<>(Map.of("byHand", false));
        String number = submission.text("existingNumber");
        if (number != null) {
            effects.put("existingNumber", CprNumber.parse(number).value());
        }
        return effects;
    }
}
