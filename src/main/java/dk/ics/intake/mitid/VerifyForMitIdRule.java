package dk.ics.intake.mitid;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.mitid.MitIdProof.Person;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Kontrollér grundlag for MitID«: identity before anything is created; a refusal is a decision with reasons. */
@Component
class VerifyForMitIdRule implements FormRule {

    private static final String RETURN_ON = "mitIdReturnOn";
    private static final int LONGEST_POSTPONEMENT_MONTHS = 6;
    private static final List<String> KEYS = List.of(
            "birthDate",
            "cprNumber",
            "registeredAt",
            "identityDocumentType",
            "identityDocumentExpiry",
            "email",
            "phone",
            "mitIdPostponeReason",
            "mitIdRejection");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final Witnesses witnesses;
    private final MitIdProperties properties;
    private final DanishCalendar calendar;
    private final Clock clock;

    VerifyForMitIdRule(
            CaseFile caseFile,
            Citizen citizen,
            Witnesses witnesses,
            MitIdProperties properties,
            DanishCalendar calendar,
            Clock clock) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.witnesses = witnesses;
        this.properties = properties;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "verifyForMitId";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .addNumber("Personnummer", known.get("cprNumber"))
                        .add("Legitimation gyldig til", known.get("identityDocumentExpiry"))
                        .add("E-mail", known.get("email"))
                        .add("Telefon", known.get("phone"))
                        .add("Manglede sidst", known.get("mitIdPostponeReason"))
                        .add("Afvist sidst af MitID", known.get("mitIdRejection"))
                        .rows(),
                "guardianAsked",
                proof().needsGuardian((LocalDate) known.get("birthDate")),
                "mitIdOutcomes",
                List.of(
                        Choices.option("create", "Opret MitID"),
                        Choices.option("postpone", "Vent – borgeren kommer igen"),
                        Choices.option("refuse", "Afslå MitID")));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Map<String, Object> values = submission.values();
        Object outcome = values.get("mitIdOutcome");
        if ("create".equals(outcome)) {
            return proof().problems(values, person(submission.reference()), witnessedBefore(submission));
        }
        return decided(values, calendar.today());
    }

    static List<FieldProblem> decided(Map<String, Object> values, LocalDate today) {
        return new Problems(values)
                .when(
                        values.get(RETURN_ON) instanceof LocalDate day && day.isBefore(today),
                        RETURN_ON,
                        "Borgeren kan ikke komme igen før i dag.")
                .when(
                        values.get(RETURN_ON) instanceof LocalDate day
                                && day.isAfter(today.plusMonths(LONGEST_POSTPONEMENT_MONTHS)),
                        RETURN_ON,
                        "Dagen ligger mere end et halvt år fremme. Vejled borgeren om at søge selv.")
                .when(
                        "notGiven".equals(values.get("mitIdComplaintGuidance")),
                        "mitIdComplaintGuidance",
                        "Et afslag skal have klagevejledning (forvaltningsloven § 25).")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        Map<String, Object> effects = new HashMap<>(Map.of(
                "mitIdDecision", submission.values().get("mitIdOutcome"),
                "mitIdVerifiedBy", submission.userId(),
                "mitIdVerifiedAt", OffsetDateTime.now(clock)));
        if (submission.values().containsKey("witnessBirthDate")) {
            effects.put("witnessAdult", "met");
        }
        return effects;
    }

    private MitIdProof proof() {
        return new MitIdProof(properties, calendar.today());
    }

    private Person person(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        OffsetDateTime registered = (OffsetDateTime) known.get("registeredAt");
        return new Person(
                (LocalDate) known.get("birthDate"),
                (LocalDate) known.get("identityDocumentExpiry"),
                registered == null
                        ? null
                        : registered
                                .atZoneSameInstant(DanishCalendar.COPENHAGEN)
                                .toLocalDate());
    }

    private int witnessedBefore(FormSubmission submission) {
        return "witness".equals(submission.values().get("mitIdProofing"))
                        && submission.values().get("witnessBirthDate") instanceof LocalDate born
                        && submission.values().get("witnessName") instanceof String name
                ? witnesses.timesSince(
                        OffsetDateTime.now(clock).minusDays(properties.witnessPeriod()),
                        name,
                        born,
                        submission.reference())
                : 0;
    }
}
