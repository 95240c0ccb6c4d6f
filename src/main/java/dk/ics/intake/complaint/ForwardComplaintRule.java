package dk.ics.intake.complaint;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Send klage til klagemyndighed«: which authority it is stands in the settings, since it moves between ministries. */
@Component
class ForwardComplaintRule implements FormRule {

    private final CaseFile caseFile;
    private final ComplaintFacts facts;
    private final ComplaintDates dates;
    private final ComplaintProperties properties;

    ForwardComplaintRule(
            CaseFile caseFile, ComplaintFacts facts, ComplaintDates dates, ComplaintProperties properties) {
        this.caseFile = caseFile;
        this.facts = facts;
        this.dates = dates;
        this.properties = properties;
    }

    @Override
    public String formId() {
        return "forwardComplaint";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> shown = new HashMap<>(facts.of(reference));
        if (caseFile.read(reference, List.of("complaintDecision")).get("complaintDecision")
                instanceof String decision) {
            properties
                    .authority(ComplainedDecision.of(decision))
                    .ifPresent(authority -> shown.put("complaintSentTo", authority));
        }
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values(), dates.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, LocalDate today) {
        return new Problems(values)
                .when(
                        values.get("complaintSentOn") instanceof LocalDate sent && sent.isAfter(today),
                        "complaintSentOn",
                        "Klagen kan ikke være sendt i fremtiden.")
                .found();
    }
}
