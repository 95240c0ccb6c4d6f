package dk.ics.intake.correction;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The start form »Rettelse ønsket«: open and closed cases alike, as soon as there is a citizen in them. */
@Component
class CorrectionRequestedRule implements FormRule {

    private final CaseFile caseFile;

    CorrectionRequestedRule(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    @Override
    public String formId() {
        return "correctionRequested";
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        boolean registered = caseFile.read(submission.reference(), List.of("familyName", "birthDate"))
                        .size()
                == 2;
        return new Problems(submission.values())
                .when(
                        !registered,
                        "caseReference",
                        "Borgeren er ikke registreret i sagen endnu. Registrér borgeren i stedet for at rette.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        caseFile.write(submission.reference(), Proposal.nothing(), new Act(formId(), submission.userId(), null));
        return Map.of();
    }
}
