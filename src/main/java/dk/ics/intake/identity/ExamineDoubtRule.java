package dk.ics.intake.identity;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.FormerAnswers;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * »Vurdér tvivl om identitet«: the second look, by somebody else than the first. NIDC may be asked first; its statement
 * informs, it does not decide.
 */
@Component
class ExamineDoubtRule implements FormRule {

    private static final Map<String, Object> APPROVED = Choices.option("approved", "Identiteten er godkendt");
    private static final Map<String, Object> ASK_NIDC =
            Choices.option("askNidc", "Spørg Nationalt ID-center (NIDC), før tvivlen vurderes");
    private static final Map<String, Object> REFUSAL_CONSIDERED =
            Choices.option("refusalConsidered", "Identiteten kan ikke godkendes – hør borgeren");

    private final FirstControl firstControl;
    private final NidcFacts nidc;
    private final Hearings hearings;
    private final CaseFile caseFile;
    private final FormerAnswers formerAnswers;
    private final DanishCalendar calendar;
    private final Clock clock;

    ExamineDoubtRule(
            FirstControl firstControl,
            NidcFacts nidc,
            Hearings hearings,
            CaseFile caseFile,
            FormerAnswers formerAnswers,
            DanishCalendar calendar,
            Clock clock) {
        this.firstControl = firstControl;
        this.nidc = nidc;
        this.hearings = hearings;
        this.caseFile = caseFile;
        this.formerAnswers = formerAnswers;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "examineDoubt";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("identityDocumentExpiry", "identityDocumentNumber"));
        boolean approvable = !MinimumRequirements.expired(known.get("identityDocumentExpiry"), calendar.today())
                && !nidc.isForged(reference, known.getOrDefault("identityDocumentNumber", ""));
        return Map.of(
                "facts",
                firstControl.facts(reference).rows(),
                "nidc",
                nidc.answer(reference).rows(),
                "hearing",
                hearings.answer(reference).rows(),
                "nidcReturnAsked",
                nidc.isReturnAsked(reference),
                "doubtChoices",
                approvable
                        ? List.of(APPROVED, ASK_NIDC, REFUSAL_CONSIDERED)
                        : List.of(REFUSAL_CONSIDERED, ASK_NIDC, APPROVED),
                // Of the forms of the first versions, whose models ask nobody.
                "doubtOutcomes",
                Choices.expecting(approvable, APPROVED, REFUSAL_CONSIDERED));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Map<String, Object> values = new HashMap<>(submission.values());
        if (nidc.isForged(submission.reference(), values.getOrDefault("identityDocumentNumber", ""))) {
            values.put("nidcStatement", "forged");
        }
        return problems(values, firstControl.wasDoneBy(submission.reference(), submission.userId()), calendar.today());
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
        Map<String, Object> examined = new HashMap<>();
        examined.put("examinationResult", submission.values().get("doubtOutcome"));
        examined.put("examinedBy", submission.userId());
        examined.put("examinedAt", OffsetDateTime.now(clock));
        if ("askNidc".equals(submission.text("doubtOutcome"))) {
            if (nidc.isAnswered(submission.reference())) {
                Act act = new Act(formId(), submission.userId(), "askNidc");
                formerAnswers.putAside(submission.reference(), NidcReferrals.TABLE, act);
            }
            // Also as it stood: an unchanged question is a question again.
            examined.put("nidcQuestion", submission.values().get("nidcQuestion"));
            examined.put("nidcMaterial", submission.values().get("nidcMaterial"));
            examined.put("nidcAskedBy", submission.userId());
            examined.put("nidcAskedAt", OffsetDateTime.now(clock));
        }
        return examined;
    }
}
