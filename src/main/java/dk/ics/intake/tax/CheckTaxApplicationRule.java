package dk.ics.intake.tax;

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
import org.springframework.stereotype.Component;

/** »Kontrollér skatteansøgning«: form 04.063 before it goes to Skattestyrelsen; needs no CPR number. */
@Component
class CheckTaxApplicationRule implements FormRule {

    private static final List<String> REQUIREMENTS =
            List.of("taxFormSigned", "taxContractSigned", "taxIdentityCopied", "taxCopiesLegible");
    private static final List<String> ENCLOSURES = List.of("taxMarriageIncluded", "taxPermitIncluded");
    private static final String UNMET = "Skal være opfyldt, før ansøgningen sendes. Ellers vejledes borgeren.";
    private static final List<String> KEYS = List.of(
            "employer",
            "jobStart",
            "weeklyHours",
            "cprNumber",
            "danishPersonalNumber",
            "maritalStatus",
            "citizenship",
            "taxRejection");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final TaxPapers papers;
    private final DanishCalendar calendar;
    private final TaxWindow window;
    private final Clock clock;

    CheckTaxApplicationRule(
            CaseFile caseFile, Citizen citizen, TaxPapers papers, DanishCalendar calendar, Clock clock) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.papers = papers;
        this.calendar = calendar;
        this.window = new TaxWindow(calendar);
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "checkTaxApplication";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        LocalDate opens =
                known.get("jobStart") instanceof LocalDate start ? window.opensOn(start, hasNumber(known)) : null;
        boolean open = opens == null || !calendar.today().isBefore(opens);
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Ugentlig arbejdstid", known.get("weeklyHours"))
                        .add("Har dansk nummer", hasNumber(known))
                        .add("Kan tidligst sendes", opens)
                        .add("Bilag i sagen", papers.inTheCase(reference))
                        .add("Afvist sidst af Skattestyrelsen", known.get("taxRejection"))
                        .rows(),
                "taxMarriageAsked",
                TaxPapers.needsMarriageCertificate(known),
                "taxPermitAsked",
                TaxPapers.needsPermit(known),
                "taxOutcomes",
                Choices.expecting(
                        open,
                        Choices.option("forward", "Send ansøgningen til Skattestyrelsen"),
                        Choices.option("guide", "Vejled borgeren – ansøgningen sendes ikke")));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Map<String, Object> known = caseFile.read(submission.reference(), KEYS);
        return problems(submission.values(), hasNumber(known));
    }

    List<FieldProblem> problems(Map<String, Object> values, boolean hasNumber) {
        Problems problems = new Problems(values);
        if (!"forward".equals(values.get("taxOutcome"))) {
            return problems.found();
        }
        problems.unmet(REQUIREMENTS, UNMET);
        // Not asked of everybody, and not by the forms of the first version.
        ENCLOSURES.forEach(key -> problems.when("notMet".equals(values.get(key)), key, UNMET));
        return problems.when(
                        values.get("jobStart") instanceof LocalDate start
                                && !window.isOpen(start, hasNumber, calendar.today()),
                        "jobStart",
                        hasNumber
                                ? "Ansøgningen kan tidligst sendes 60 dage før første arbejdsdag."
                                : "Ansøgningen kan tidligst sendes 21 arbejdsdage før første arbejdsdag, når borgeren ikke har"
                                        + " et dansk nummer.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return Map.of(
                "taxDecision", submission.values().get("taxOutcome"),
                "taxCheckedBy", submission.userId(),
                "taxCheckedAt", OffsetDateTime.now(clock));
    }

    private static boolean hasNumber(Map<String, Object> known) {
        return known.containsKey("cprNumber") || known.containsKey("danishPersonalNumber");
    }
}
