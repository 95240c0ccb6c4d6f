package dk.ics.intake.residence;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Registrér fremmøde hos SIRI«: only now the application is submitted. */
@Component
class RecordSiriAttendanceRule implements FormRule {

    private final SiriAttendance attendance;

    RecordSiriAttendanceRule(SiriAttendance attendance) {
        this.attendance = attendance;
    }

    @Override
    public String formId() {
        return "recordSiriAttendance";
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
        if ("attended".equals(submission.values().get("siriAttendance"))) {
            attendance.attended(submission.reference());
        }
        return Map.of();
    }
}
