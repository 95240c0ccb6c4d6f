package dk.ics.intake.visitation;

import dk.ics.intake.casefile.Act;
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
        Object outcome = submission.values().get("attendanceOutcome");
        if (!"attended".equals(outcome)) {
            return "noShow".equals(outcome) ? another(submission) : Map.of();
        }
        // Who applied from abroad notifies the move by turning up.
        deadlines.meet(submission.reference(), CaseTerms.NOTIFICATION);
        return Map.of("checkedInAt", OffsetDateTime.now(clock));
    }

    /** Staying away counts; asking for another time before it has come does not, and frees the place. */
    private Map<String, Object> another(FormSubmission submission) {
        Map<String, Object> known =
                caseFile.read(submission.reference(), List.of(Appointments.AT, Appointments.NO_SHOWS));
        if (known.get(Appointments.AT) instanceof OffsetDateTime at
                && at.toInstant().isAfter(clock.instant())) {
            caseFile.write(
                    submission.reference(),
                    Appointments.without(Appointments.GIVEN_BACK),
                    new Act(formId(), submission.userId(), null));
            return Map.of();
        }
        return Map.of(
                Appointments.STATE,
                Appointments.NO_SHOW,
                Appointments.NO_SHOWS,
                (Integer) known.getOrDefault(Appointments.NO_SHOWS, 0) + 1);
    }
}
