package dk.ics.intake.healthcard;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.ByHand;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.ShownAddress;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Bestil sundhedskort i sygesikringens system«: by hand, when it is not connected or stays away. */
@Component
class RecordHealthCardRule implements FormRule {

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final ShownAddress address;
    private final InsuranceCountry insuranceCountry;
    private final ByHand byHand;
    private final Clock clock;

    RecordHealthCardRule(
            CaseFile caseFile,
            Citizen citizen,
            ShownAddress address,
            InsuranceCountry insuranceCountry,
            ByHand byHand,
            Clock clock) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.address = address;
        this.insuranceCountry = insuranceCountry;
        this.byHand = byHand;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "recordHealthCard";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of("cprNumber"));
        Map<String, Object> shown = new HashMap<>(insuranceCountry.question(reference));
        shown.put(
                "facts",
                citizen.facts(reference)
                        .add("Bemærk", byHand.warning(reference, Authority.HEALTH_INSURANCE, HealthCards.STEP))
                        .addNumber("Personnummer", known.get("cprNumber"))
                        .add("Adresse", address.line(reference))
                        .rows());
        shown.put(
                "healthCardByHandOutcomes",
                byHand.outcomes(
                        Authority.HEALTH_INSURANCE,
                        List.of(
                                Choices.option("ordered", "Kortet er bestilt"),
                                Choices.option("postponed", "Borgeren vælger læge senere"))));
        return shown;
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        if (!"ordered".equals(submission.values().get("healthCardByHand"))) {
            return Map.of();
        }
        byHand.done(submission.reference(), HealthCards.STEP);
        return Map.of("healthCardAnswer", "ordered", "healthCardOrderedAt", OffsetDateTime.now(clock));
    }
}
