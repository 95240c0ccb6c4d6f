package dk.ics.intake.correction;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldNames;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** »Godkend rettelse«: a second person looks at a correction of who the citizen is. */
@Component
class ApproveCorrectionRule implements FormRule {

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final Proposal proposal;

    ApproveCorrectionRule(CaseFile caseFile, Citizen citizen, Proposal proposal) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.proposal = proposal;
    }

    @Override
    public String formId() {
        return "approveCorrection";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> request =
                caseFile.read(reference, List.of("correctionKind", "correctionReason", "correctionEvidence"));
        Facts facts = citizen.facts(reference)
                .add("Grund til rettelsen", request.get("correctionReason"))
                .add("Dokumentation", request.get("correctionEvidence"));
        if (request.containsKey("correctionKind")) {
            proposal.changes(reference)
                    .forEach(change -> facts.add(
                            FieldNames.of(change.field()),
                            shown(change.field(), change.before()) + " → " + shown(change.field(), change.after())));
        }
        return Map.of("facts", facts.rows());
    }

    /** The one who signs is the one who is logged in, whoever the task was assigned to. */
    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Object first =
                caseFile.read(submission.reference(), List.of("correctedBy")).get("correctedBy");
        return new Problems(submission.values())
                .when(
                        submission.userId().equals(first),
                        "correctionApproval",
                        "En anden end den, der har lavet rettelsen, skal tage stilling til den. Læg opgaven tilbage.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return Map.of("correctionApprovedBy", submission.userId());
    }

    private static String shown(String field, @Nullable Object value) {
        return value == null ? "(tomt)" : FieldNames.value(field, value);
    }
}
