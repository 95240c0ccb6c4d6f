package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Undersøg tvivl«: the second look, by somebody else than the first; NIDC's statement informs, it does not decide. */
@Component
class ExamineDoubtRule implements FormRule {

    private final FirstControl firstControl;
    private final CaseFile caseFile;
    private final DanishCalendar calendar;
    private final Clock clock;

    ExamineDoubtRule(FirstControl firstControl, CaseFile caseFile, DanishCalendar calendar, Clock clock) {
        this.firstControl = firstControl;
        this.caseFile = caseFile;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "examineDoubt";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Object expiry =
                caseFile.read(reference, List.of("identityDocumentExpiry")).get("identityDocumentExpiry");
        return Map.of(
                "facts",
                firstControl.facts(reference).rows(),
                "doubtOutcomes",
                Choices.expecting(
                        !MinimumRequirements.expired(expiry, calendar.today()),
                        Choices.option("approved", "Identiteten er godkendt"),
                        Choices.option("refusalConsidered", "Identiteten kan ikke godkendes – hør borgeren")));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(
                submission.values(),
                firstControl.wasDoneBy(submission.reference(), submission.userId()),
                calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, boolean didFirstControl, LocalDate today) {
        boolean approved = "approved".equals(values.get("doubtOutcome"));
        Problems problems = approved
                ? MinimumRequirements.againstApproval(values, MinimumRequirements.SECOND, today)
                : new Problems(values);
        return problems.when(didFirstControl, "doubtOutcome", FirstControl.FOUR_EYES)
                .when(
                        approved && "forged".equals(values.get("nidcStatement")),
                        "doubtOutcome",
                        "Identiteten kan ikke godkendes på et dokument, som NIDC vurderer falsk eller forfalsket.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return Map.of(
                "examinationResult", submission.values().get("doubtOutcome"),
                "examinedBy", submission.userId(),
                "examinedAt", OffsetDateTime.now(clock));
    }
}
