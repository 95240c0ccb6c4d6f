package dk.ics.intake.complaint;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Registrér svar på klage«: what the authority has decided. */
@Component
class RecordComplaintDecisionRule implements FormRule {

    private final CaseFile caseFile;
    private final ComplaintFacts facts;
    private final ComplaintDates dates;

    RecordComplaintDecisionRule(CaseFile caseFile, ComplaintFacts facts, ComplaintDates dates) {
        this.caseFile = caseFile;
        this.facts = facts;
        this.dates = dates;
    }

    @Override
    public String formId() {
        return "recordComplaintDecision";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return facts.of(reference);
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        boolean open = caseFile.get(submission.reference()).isOpen();
        return problems(submission.values(), open, dates.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, boolean open, LocalDate today) {
        return new Problems(values)
                .when(
                        values.get("complaintAuthorityDecisionOn") instanceof LocalDate decided
                                && decided.isAfter(today),
                        "complaintAuthorityDecisionOn",
                        "Svaret kan ikke være fra en dag i fremtiden.")
                .when(
                        open && "changed".equals(values.get("complaintAuthorityDecision")),
                        "complaintAuthorityDecision",
                        StillOpen.SENTENCE)
                .found();
    }
}
