package dk.ics.intake.tax;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.ByHand;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Send ansøgning til Skattestyrelsen«: by hand, when it is not connected or stays away. */
@Component
class ForwardTaxManuallyRule implements FormRule {

    private final TaxFacts facts;
    private final TaxPapers papers;
    private final ByHand byHand;
    private final CaseFile caseFile;
    private final Clock clock;

    ForwardTaxManuallyRule(TaxFacts facts, TaxPapers papers, ByHand byHand, CaseFile caseFile, Clock clock) {
        this.facts = facts;
        this.papers = papers;
        this.byHand = byHand;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "forwardTaxManually";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        return Map.of(
                "facts",
                facts.of(reference)
                        .add("Bemærk", byHand.warning(reference, Authority.SKATTESTYRELSEN, TaxApplications.STEP))
                        .add("Bilag i sagen", papers.inTheCase(reference))
                        .rows(),
                "taxByHandOutcomes",
                byHand.outcomes(
                        Authority.SKATTESTYRELSEN,
                        List.of(
                                Choices.option("receipted", "Sendt – Skattestyrelsen har kvitteret"),
                                Choices.option("sent", "Sendt – kvitteringen er ikke kommet endnu"),
                                Choices.option("rejected", "Skattestyrelsen tog ikke imod den"))));
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        CaseReference reference = submission.reference();
        String outcome = submission.text("taxByHand");
        if (outcome == null || outcome.equals(ByHand.TRY_AGAIN)) {
            return Map.of();
        }
        if (!outcome.equals("rejected")) {
            caseFile.journal(reference, new Act(formId(), submission.userId(), outcome), papers.sentFrom(reference));
        }
        if (outcome.equals("sent")) {
            byHand.sent(reference, TaxApplications.STEP);
            return Map.of("taxAnswer", "none", "taxForwardedAt", OffsetDateTime.now(clock));
        }
        byHand.done(reference, TaxApplications.STEP);
        return outcome.equals("receipted")
                ? Map.of("taxAnswer", "accepted", "taxForwardedAt", OffsetDateTime.now(clock))
                : Map.of("taxAnswer", "rejected");
    }
}
