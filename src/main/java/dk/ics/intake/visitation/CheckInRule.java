package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.terms.CaseTerms;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Registrér fremmøde«: the moment of arrival, from which waiting time is counted. */
@Component
class CheckInRule implements FormRule {

    private final Citizen citizen;
    private final CaseFile caseFile;
    private final Deadlines deadlines;
    private final Clock clock;

    CheckInRule(Citizen citizen, CaseFile caseFile, Deadlines deadlines, Clock clock) {
        this.citizen = citizen;
        this.caseFile = caseFile;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "checkIn";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Object at = caseFile.read(reference, List.of("appointmentAt")).get("appointmentAt");
        return Map.of("facts", citizen.facts(reference).add("Aftalt tid", at).rows());
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        if (!"attended".equals(submission.values().get("attendanceOutcome"))) {
            return Map.of();
        }
        // Who applied from abroad notifies the move by turning up.
        deadlines.meet(submission.reference(), CaseTerms.NOTIFICATION);
        return Map.of("checkedInAt", OffsetDateTime.now(clock));
    }
}
