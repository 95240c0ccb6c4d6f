package dk.ics.intake.complaint;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Registrér bemærkninger«: what the citizen says to our statement. */
@Component
class RecordCommentsRule implements FormRule {

    private final ComplaintFacts facts;
    private final ComplaintDates dates;
    private final Deadlines deadlines;

    RecordCommentsRule(ComplaintFacts facts, ComplaintDates dates, Deadlines deadlines) {
        this.facts = facts;
        this.dates = dates;
        this.deadlines = deadlines;
    }

    @Override
    public String formId() {
        return "recordComments";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return facts.of(reference);
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values(), dates.today());
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        deadlines.meet(submission.reference(), Complaints.COMMENTS);
        return Map.of();
    }

    static List<FieldProblem> problems(Map<String, Object> values, LocalDate today) {
        return new Problems(values)
                .when(
                        values.get("complaintCommentsOn") instanceof LocalDate received && received.isAfter(today),
                        "complaintCommentsOn",
                        "Bemærkningerne kan ikke være modtaget i fremtiden.")
                .found();
    }
}
