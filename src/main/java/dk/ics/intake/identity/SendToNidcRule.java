package dk.ics.intake.identity;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.ByHand;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Send sagen til NIDC«: by hand, when NIDC is not connected or stays away. */
@Component
class SendToNidcRule implements FormRule {

    private static final String RECEIVED = "received";

    private final NidcFacts facts;
    private final NidcPapers papers;
    private final NidcReferrals referrals;
    private final ByHand byHand;
    private final CaseFile caseFile;

    SendToNidcRule(NidcFacts facts, NidcPapers papers, NidcReferrals referrals, ByHand byHand, CaseFile caseFile) {
        this.facts = facts;
        this.papers = papers;
        this.referrals = referrals;
        this.byHand = byHand;
        this.caseFile = caseFile;
    }

    @Override
    public String formId() {
        return "sendToNidc";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        String warning = byHand.warning(reference, Authority.NIDC, NidcReferrals.STEP);
        List<Map<String, Object>> own = new ArrayList<>();
        own.add(Choices.option("sent", "Ja, sendt ad en anden vej – svaret kommer samme vej"));
        if (warning != null) {
            own.add(Choices.option(RECEIVED, "NIDC har fået den elektronisk – vent på svaret"));
        }
        return Map.of(
                "nidc",
                facts.question(reference).add("Bemærk", warning).rows(),
                "nidcByHandOutcomes",
                byHand.outcomes(Authority.NIDC, own));
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        CaseReference reference = submission.reference();
        String outcome = submission.text("nidcByHand");
        if (outcome == null || outcome.equals(ByHand.TRY_AGAIN)) {
            return Map.of();
        }
        if (outcome.equals(RECEIVED)) {
            byHand.sent(reference, NidcReferrals.STEP);
        } else {
            byHand.done(reference, NidcReferrals.STEP);
            caseFile.journal(reference, new Act(formId(), submission.userId(), outcome), papers.sent(reference));
        }
        return referrals.sent(reference);
    }
}
