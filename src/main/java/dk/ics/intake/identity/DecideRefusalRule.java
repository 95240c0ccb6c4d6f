package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * »Afgør identitet«: after the hearing. A refusal has reasons and complaint guidance (forvaltningsloven §§ 22, 24, 25;
 * CPR-loven § 56) and does not come before the citizen has answered or the time to answer is over.
 */
@Component
class DecideRefusalRule implements FormRule {

    private final FirstControl firstControl;
    private final NidcFacts nidc;
    private final Hearings hearings;
    private final CaseFile caseFile;
    private final DanishCalendar calendar;
    private final Clock clock;

    DecideRefusalRule(
            FirstControl firstControl,
            NidcFacts nidc,
            Hearings hearings,
            CaseFile caseFile,
            DanishCalendar calendar,
            Clock clock) {
        this.firstControl = firstControl;
        this.nidc = nidc;
        this.hearings = hearings;
        this.caseFile = caseFile;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "decideRefusal";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of("examinationFindings", "identityDocumentExpiry"));
        Facts facts = firstControl.facts(reference).add("Undersøgelsen", known.get("examinationFindings"));
        hearings.describe(reference, facts);
        return Map.of(
                "facts",
                facts.rows(),
                "nidc",
                nidc.answer(reference).rows(),
                "hearing",
                hearings.answer(reference).rows(),
                "hearingOpen",
                !hearings.isAnswered(reference),
                "refusalOutcomes",
                Choices.expecting(
                        !MinimumRequirements.expired(known.get("identityDocumentExpiry"), calendar.today()),
                        Choices.option("approved", "Identiteten er godkendt"),
                        Choices.option("refused", "Afslag på at godkende identiteten")));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Object deadline = caseFile.read(submission.reference(), List.of("hearingDeadline"))
                .get("hearingDeadline");
        return problems(
                submission.values(),
                deadline instanceof LocalDate day ? calendar.workingDayFrom(day) : null,
                firstControl.wasDoneBy(submission.reference(), submission.userId()),
                calendar.today());
    }

    static List<FieldProblem> problems(
            Map<String, Object> values, @Nullable LocalDate deadline, boolean didFirstControl, LocalDate today) {
        Problems problems = "approved".equals(values.get("refusalOutcome"))
                ? MinimumRequirements.againstApproval(values, List.of("approvalRequirements"), today)
                : new Problems(values)
                        .when(
                                // The letter gives it; only forms of the first versions ask.
                                "notGiven".equals(values.get("complaintGuidance")),
                                "complaintGuidance",
                                "Giv borgeren klagevejledning, før afslaget registreres (forvaltningsloven § 25).");
        return problems.when(didFirstControl, "refusalOutcome", FirstControl.FOUR_EYES)
                .when(
                        "noAnswer".equals(values.get("hearingAnswer")) && deadline != null && !today.isAfter(deadline),
                        "hearingAnswer",
                        "Fristen for borgerens svar er ikke udløbet endnu.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        hearings.over(submission.reference());
        Map<String, Object> decision = new HashMap<>();
        decision.put("identityDecision", submission.values().get("refusalOutcome"));
        decision.put("identityDecidedBy", submission.userId());
        decision.put("identityDecidedAt", OffsetDateTime.now(clock));
        if ("refused".equals(submission.text("refusalOutcome"))) {
            // sendIdentityRefusal follows in every version that does not ask.
            decision.put("complaintGuidance", "given");
        }
        return decision;
    }
}
