package dk.ics.intake.complaint;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.FormerAnswers;
import dk.ics.intake.casefile.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The start form »Klage modtaget«: there must be a decision. What an earlier complaint was about is put aside. */
@Component
class ComplaintReceivedRule implements FormRule {

    private final CaseFile caseFile;
    private final FormerAnswers formerAnswers;
    private final ComplaintDates dates;

    ComplaintReceivedRule(CaseFile caseFile, FormerAnswers formerAnswers, ComplaintDates dates) {
        this.caseFile = caseFile;
        this.formerAnswers = formerAnswers;
        this.dates = dates;
    }

    @Override
    public String formId() {
        return "complaintReceived";
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        CaseFileEntry entry = caseFile.get(submission.reference());
        return problems(submission.values(), entry.outcome(), entry.isOpen(), dates.today());
    }

    static List<FieldProblem> problems(
            Map<String, Object> values, @Nullable String outcome, boolean open, LocalDate today) {
        return new Problems(values)
                .when(
                        !Complaints.isDecided(outcome),
                        "caseReference",
                        "Sagen er afsluttet uden en afgørelse, så der er intet at klage over.")
                .when(
                        open && ComplainedDecision.CLOSING.code().equals(values.get("complaintDecision")),
                        "complaintDecision",
                        "Sagen er åben. Den er hverken henlagt eller henvist.")
                .when(
                        values.get("complaintReceivedOn") instanceof LocalDate received && received.isAfter(today),
                        "complaintReceivedOn",
                        "Klagen kan ikke være modtaget i fremtiden.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        formerAnswers.putAside(
                submission.reference(), ComplaintFields.TABLE, new Act(formId(), submission.userId(), null));
        return Map.of();
    }
}
