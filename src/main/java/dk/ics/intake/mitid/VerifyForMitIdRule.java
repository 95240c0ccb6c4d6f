package dk.ics.intake.mitid;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** »Fastslå identitet til MitID«: BEK om MitID til privatpersoner §§ 3 and 8; identity before anything is created. */
@Component
class VerifyForMitIdRule implements FormRule {

    private static final List<String> KEYS =
            List.of("birthDate", "cprNumber", "identityDocumentType", "email", "phone", "mitIdRejection");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final MitIdProperties properties;
    private final DanishCalendar calendar;
    private final Clock clock;

    VerifyForMitIdRule(
            CaseFile caseFile, Citizen citizen, MitIdProperties properties, DanishCalendar calendar, Clock clock) {
        this.caseFile = caseFile;
        this.citizen = citizen;
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
                        .add("Personnummer", known.get("cprNumber"))
                        .add("E-mail", known.get("email"))
                        .add("Telefon", known.get("phone"))
                        .add("Afvist sidst af MitID", known.get("mitIdRejection"))
                        .rows(),
                "mitIdOutcomes",
                List.of(
                        Choices.option("create", "Opret MitID"),
                        Choices.option("postpone", "Vent – borgeren kommer igen"),
                        Choices.option("refuse", "Afslå MitID")));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Object born =
                caseFile.read(submission.reference(), List.of("birthDate")).get("birthDate");
        return problems(submission.values(), (LocalDate) born, calendar.today(), properties);
    }

    static List<FieldProblem> problems(
            Map<String, Object> values, @Nullable LocalDate born, LocalDate today, MitIdProperties rules) {
        Problems problems = new Problems(values);
        if (!"create".equals(values.get("mitIdOutcome"))) {
            return problems.found();
        }
        Object proofing = values.get("mitIdProofing");
        problems.when(
                        born == null || Citizen.age(born, today) < rules.minimumAge(),
                        "mitIdOutcome",
                        "Borgeren skal være fyldt " + rules.minimumAge() + " år for at få MitID.")
                .when(
                        "high".equals(values.get("mitIdLevel")) && !"chipScan".equals(proofing),
                        "mitIdLevel",
                        "Sikringsniveau Høj kræver, at chippen er skannet.")
                .when(
                        "high".equals(values.get("mitIdLevel")) && !"app".equals(values.get("authenticator")),
                        "authenticator",
                        "Sikringsniveau Høj kræver app.")
                .when(
                        !"chipScan".equals(proofing) && "none".equals(values.get("mitIdSupportingDocument")),
                        "mitIdSupportingDocument",
                        "Uden chipskanning skal der være et dansk dokument ved siden af passet eller id-kortet.");
        if ("witness".equals(proofing)) {
            witness(problems, values, rules);
        }
        return problems.found();
    }

    private static void witness(Problems problems, Map<String, Object> values, MitIdProperties rules) {
        problems.unmet(List.of("witnessAdult"), "Vidnet skal være fyldt 18 år.")
                .when(
                        values.get("witnessMitIdDays") instanceof Integer days && days <= rules.witnessDays(),
                        "witnessMitIdDays",
                        "Vidnet skal have haft MitID i mere end " + rules.witnessDays() + " dage.")
                .when(
                        values.get("witnessTimes") instanceof Integer times && times >= rules.witnessTimes(),
                        "witnessTimes",
                        "Man kan højst være vidne " + rules.witnessTimes() + " gange på 120 dage.");
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return Map.of(
                "mitIdDecision", submission.values().get("mitIdOutcome"),
                "mitIdVerifiedBy", submission.userId(),
                "mitIdVerifiedAt", OffsetDateTime.now(clock));
    }
}
