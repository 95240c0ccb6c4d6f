package dk.ics.intake.mitid;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.ByHand;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Opret MitID i MitID's system«: by hand, when MitID is not connected or stays away. */
@Component
class RecordMitIdRule implements FormRule {

    private static final Map<String, String> LEVELS = Map.of("substantial", "Betydelig", "high", "Høj");
    private static final Map<String, String> AUTHENTICATORS = Map.of(
            "app", "MitID-app",
            "chip", "MitID-chip",
            "codeDisplay", "MitID-kodeviser",
            "codeReader", "MitID-kodeoplæser");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final ByHand byHand;
    private final Clock clock;

    RecordMitIdRule(CaseFile caseFile, Citizen citizen, ByHand byHand, Clock clock) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.byHand = byHand;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "recordMitId";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("cprNumber", "mitIdLevel", "authenticator", "email", "phone"));
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Bemærk", byHand.warning(reference, Authority.MITID, MitIdRegistration.STEP))
                        .addNumber("Personnummer", known.get("cprNumber"))
                        .add("Sikringsniveau", LEVELS.get(known.getOrDefault("mitIdLevel", "")))
                        .add("Identifikationsmiddel", AUTHENTICATORS.get(known.getOrDefault("authenticator", "")))
                        .add("E-mail", known.get("email"))
                        .add("Telefon", known.get("phone"))
                        .rows(),
                "mitIdByHandOutcomes",
                byHand.outcomes(
                        Authority.MITID,
                        List.of(
                                Choices.option("created", "MitID er oprettet"),
                                Choices.option("rejected", "MitID kunne ikke oprettes"))));
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        Object outcome = submission.values().get("mitIdByHand");
        if (ByHand.TRY_AGAIN.equals(outcome)) {
            return Map.of();
        }
        byHand.done(submission.reference(), MitIdRegistration.STEP);
        return "created".equals(outcome)
                ? Map.of("mitIdAnswer", "created", "mitIdCreatedAt", OffsetDateTime.now(clock))
                : Map.of("mitIdAnswer", "rejected");
    }
}
