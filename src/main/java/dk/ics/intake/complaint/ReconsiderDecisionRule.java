package dk.ics.intake.complaint;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** »Genvurdér afgørelse«: whether the complaint came in time is reckoned, what follows from it is not ours to say. */
@Component
class ReconsiderDecisionRule implements FormRule {

    private final CaseFile caseFile;
    private final ComplaintFacts facts;
    private final ComplaintDates dates;
    private final Clock clock;

    ReconsiderDecisionRule(CaseFile caseFile, ComplaintFacts facts, ComplaintDates dates, Clock clock) {
        this.caseFile = caseFile;
        this.facts = facts;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "reconsiderDecision";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> shown = new HashMap<>(facts.of(reference));
        shown.put("complaintDecisionOn", decidedOn(reference));
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        boolean open = caseFile.get(submission.reference()).isOpen();
        return problems(submission.values(), receivedOn(submission.reference()), open);
    }

    static List<FieldProblem> problems(Map<String, Object> values, LocalDate receivedOn, boolean open) {
        return new Problems(values)
                .when(
                        values.get("complaintDecisionOn") instanceof LocalDate decided && decided.isAfter(receivedOn),
                        "complaintDecisionOn",
                        "Borgeren kan ikke have fået afgørelsen, efter at klagen kom.")
                .when(open && "changed".equals(values.get("complaintOutcome")), "complaintOutcome", StillOpen.SENTENCE)
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        // Required by the form, so it is there.
        LocalDate decidedOn =
                (LocalDate) Objects.requireNonNull(submission.values().get("complaintDecisionOn"));
        return Map.of(
                "complaintLate",
                receivedOn(submission.reference()).isAfter(dates.lastDay(decidedOn)),
                "complaintReconsideredBy",
                submission.userId(),
                "complaintReconsideredAt",
                OffsetDateTime.now(clock));
    }

    private LocalDate receivedOn(CaseReference reference) {
        return (LocalDate) caseFile.read(reference, List.of("complaintReceivedOn"))
                .getOrDefault("complaintReceivedOn", dates.today());
    }

    /** The day the case was closed, as a suggestion; the day of the complaint if it is open. */
    private LocalDate decidedOn(CaseReference reference) {
        LocalDate received = receivedOn(reference);
        Instant closed = caseFile.get(reference).closedAt();
        LocalDate day = closed == null ? received : LocalDate.ofInstant(closed, DanishCalendar.COPENHAGEN);
        return day.isAfter(received) ? received : day;
    }
}
