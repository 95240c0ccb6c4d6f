package dk.ics.intake.identity;

import dk.ics.intake.authority.ByHand;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Registrér svar fra NIDC«: a statement that comes another way than ours. */
@Component
class RecordNidcAnswerRule implements FormRule {

    private final NidcFacts facts;
    private final ByHand byHand;
    private final DanishCalendar calendar;

    RecordNidcAnswerRule(NidcFacts facts, ByHand byHand, DanishCalendar calendar) {
        this.facts = facts;
        this.byHand = byHand;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "recordNidcAnswer";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of(
                "nidc", facts.question(reference).rows(),
                "nidcReturnAsked", facts.isReturnAsked(reference));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return new Problems(submission.values())
                .when(
                        submission.values().get("nidcAnsweredOn") instanceof LocalDate day
                                && day.isAfter(calendar.today()),
                        "nidcAnsweredOn",
                        "Svaret kan ikke være fra en dag, der ikke er kommet endnu.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        byHand.done(submission.reference(), NidcReferrals.STEP);
        return Map.of("nidcRecordedBy", submission.userId());
    }
}
