package dk.ics.intake.residence;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Følg op på fremmøde hos SIRI«: the citizen stayed away, or the 14 days are over. */
@Component
class FollowUpSiriAttendanceRule implements FormRule {

    private final SiriAttendance attendance;

    FollowUpSiriAttendanceRule(SiriAttendance attendance) {
        this.attendance = attendance;
    }

    @Override
    public String formId() {
        return "followUpSiriAttendance";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of("facts", attendance.facts(reference).rows());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return attendance.problems(submission);
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        Object outcome = submission.values().get("siriAttendanceFollowUp");
        if ("attended".equals(outcome)) {
            attendance.attended(submission.reference());
        }
        // The case goes on without a document; SIRI has decided nothing.
        return "givenUp".equals(outcome) ? Map.of("residenceOutcome", "notSought") : Map.of();
    }
}
