package dk.ics.intake.visitation;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** »Visitér ansøgning«: whether the citizen is served here and may be asked to come. */
@Component
class AssessApplicationRule implements FormRule {

    private static final String OUTCOME = "assessmentOutcome";
    private static final String ACCEPTED = "accepted";
    private static final List<String> LANGUAGE = List.of("language");
    private static final Set<String> NEW_REASONS = Set.of("citizenship", "agreement");

    private final CaseFile caseFile;
    private final AssessmentOverview overview;
    private final RequiredPapers papers;
    private final VisitationFacts facts;
    private final Proposals proposals;
    private final DanishCalendar calendar;
    private final Clock clock;

    AssessApplicationRule(
            CaseFile caseFile,
            AssessmentOverview overview,
            RequiredPapers papers,
            VisitationFacts facts,
            Proposals proposals,
            DanishCalendar calendar,
            Clock clock) {
        this.caseFile = caseFile;
        this.overview = overview;
        this.papers = papers;
        this.facts = facts;
        this.proposals = proposals;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "assessApplication";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        VisitationFacts.Facts known = facts.of(reference);
        Proposal proposal = proposals.of(known);
        Map<String, Object> shown = new HashMap<>(Map.of(
                "assessmentOutcomes",
                outcomes(proposal),
                "facts",
                overview.facts(reference, known, proposal).rows(),
                "papers",
                overview.papers(reference),
                "countries",
                Choices.countries(),
                "proposalDecided",
                !proposal.isUndecided(),
                ChosenServices.KEY,
                ChosenServices.rows(
                        proposal.entitled().stream().filter(known::isAgreed).toList())));
        if (proposal.isReferred()) {
            shown.put("referredTo", overview.place(reference));
            shown.put("referralReason", ReferralReasons.sentence(proposal, caseFile.read(reference, LANGUAGE)));
        }
        return shown;
    }

    /** Where the tables rule out that the citizen is served here, referral stands first (docs/adr/0072). */
    private static List<Map<String, Object>> outcomes(Proposal proposal) {
        Map<String, Object> accepted = Choices.option(ACCEPTED, "Kan betjenes – borgeren kan indkaldes");
        Map<String, Object> missing = Choices.option("documentsMissing", "Der mangler papirer – bed borgeren om dem");
        Map<String, Object> referred = Choices.option("referred", "Skal betjenes et andet sted – henvis borgeren");
        return proposal.isReferred() ? List.of(referred, accepted, missing) : List.of(accepted, missing, referred);
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Problems problems = problems(submission.values(), calendar.today());
        if (ACCEPTED.equals(submission.text(OUTCOME))) {
            VisitationFacts.Facts entered = facts.of(submission.reference(), submission.values());
            Proposal proposal = proposals.of(entered);
            String reason = ProposalReasons.sentence(proposal, entered);
            problems.when(proposal.isReferred(), OUTCOME, reason + " Vælg at henvise borgeren.");
            if (proposal.isUndecided() && asksForServices(submission, proposal)) {
                ChosenServices.check(problems, chosen(submission), reason);
                problems.when(
                        !chosen(submission).stream().allMatch(entered::isAgreed),
                        ChosenServices.KEY,
                        "Kommunen har ikke overladt alle de valgte ydelser til ICS.");
            }
        }
        return problems.found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        String corrected = CorrectedFacts.of(submission);
        Map<String, Object> effects = new HashMap<>(Map.of(
                "assessment", submission.values().get(OUTCOME),
                "assessedBy", submission.userId(),
                "assessedAt", OffsetDateTime.now(clock)));
        if (!corrected.isEmpty()) {
            // Never taken back here: a correction made when papers were asked for still counts at the next assessment.
            effects.put("factsChanged", true);
            effects.put("correctedFacts", corrected);
        }
        decided(submission, effects);
        return effects;
    }

    /** What the person decided beside the tables, and the papers of what now stands in the form. */
    private void decided(FormSubmission submission, Map<String, Object> effects) {
        VisitationFacts.Facts entered = facts.of(submission.reference(), submission.values());
        Proposal proposal = proposals.of(entered);
        List<String> services = proposal.isUndecided() ? chosen(submission) : proposal.services();
        if (proposal.isUndecided() && ACCEPTED.equals(submission.text(OUTCOME)) && !services.isEmpty()) {
            effects.put("services", String.join(",", services));
        }
        if ("documentsMissing".equals(submission.text(OUTCOME))) {
            List<String> required = proposals.papers(entered, services.isEmpty() ? proposal.entitled() : services);
            effects.put("requiredDocuments", String.join(",", required));
            effects.put("missingDocuments", String.join(",", papers.missing(submission.reference(), required)));
        }
    }

    /**
     * A correction comes back and asks then. A form of the first version of the process asks for no services; its tables
     * decided what these leave open for new reasons.
     */
    private static boolean asksForServices(FormSubmission submission, Proposal proposal) {
        boolean firstVersion = !submission.values().containsKey("servicesReason");
        return CorrectedFacts.of(submission).isEmpty() && !(firstVersion && NEW_REASONS.contains(proposal.reason()));
    }

    private static List<String> chosen(FormSubmission submission) {
        return ChosenServices.of(submission.values().get(ChosenServices.KEY));
    }

    static Problems problems(Map<String, Object> values, LocalDate today) {
        Problems problems = PersonParticulars.plausible(values, today);
        if (ACCEPTED.equals(values.get(OUTCOME))) {
            PersonParticulars.complete(problems, values);
        }
        return problems;
    }
}
