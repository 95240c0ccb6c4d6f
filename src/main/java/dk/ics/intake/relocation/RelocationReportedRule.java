package dk.ics.intake.relocation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.util.List;
import org.springframework.stereotype.Component;

/** The start form »Flytning til anden kommune«: only an open case moves, and only elsewhere. */
@Component
class RelocationReportedRule implements FormRule {

    private final CaseFile caseFile;

    RelocationReportedRule(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    @Override
    public String formId() {
        return "relocationReported";
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        CaseFileEntry entry = caseFile.get(submission.reference());
        return new Problems(submission.values())
                .when(
                        !entry.isOpen(),
                        "caseReference",
                        "Sagen er afsluttet og flyttes ikke. Borgeren melder flytningen til den nye kommune.")
                .when(
                        entry.municipality().value().equals(submission.text("relocationMunicipality")),
                        "relocationMunicipality",
                        "Sagen hører allerede til denne kommune.")
                .found();
    }
}
