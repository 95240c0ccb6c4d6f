package dk.ics.intake.identity;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Registrér svar på høring«: an answer may come before the time is over, and may be a reason to look again. */
@Component
class RecordHearingAnswerRule implements FormRule {

    private final FirstControl firstControl;
    private final Hearings hearings;
    private final DanishCalendar calendar;

    RecordHearingAnswerRule(FirstControl firstControl, Hearings hearings, DanishCalendar calendar) {
        this.firstControl = firstControl;
        this.hearings = hearings;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "recordHearingAnswer";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Facts facts = firstControl.facts(reference);
        hearings.describe(reference, facts);
        return Map.of("facts", facts.rows());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return new Problems(submission.values())
                .when(
                        submission.values().get("hearingAnswerOn") instanceof LocalDate day
                                && day.isAfter(calendar.today()),
                        "hearingAnswerOn",
                        "Svaret kan ikke være kommet på en dag, der ligger i fremtiden.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        hearings.answered(submission.reference());
        if ("examine".equals(submission.text("hearingOutcome"))) {
            hearings.reopen(submission.reference(), new Act(formId(), submission.userId(), "examine"));
        }
        return Map.of();
    }
}
