package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.terms.CaseDates;
import dk.ics.intake.terms.CaseTerms;
import dk.ics.intake.terms.RegistrationDates;
import dk.ics.intake.terms.Terms;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * »Afgør indrejse«: right to registration with a stay of more than three months, a dwelling and legal residence; never
 * ahead of arrival; effective from arrival or, if the residence document was issued later, from its day of issue at the
 * earliest (CPR-loven § 22 stk. 3).
 */
@Component
class DecideRegistrationRule implements FormRule {

    /** A permit does not have to be a new one. */
    private static final int NEVER_TOO_OLD = 1200;

    private static final List<String> KEYS = List.of(
            "arrivalDate",
            "plannedStay",
            "residenceDocumentNumber",
            "residenceGround",
            "residenceIssuedOn",
            "holdsResidenceDocument",
            "cprRejection",
            "identityDecision",
            "controlResult");

    private final CaseFile caseFile;
    private final ToRegister toRegister;
    private final CaseTerms caseTerms;
    private final CaseDates dates;
    private final RegistrationDates registrationDates;
    private final AddressProtection protection;
    private final DanishCalendar calendar;
    private final Clock clock;
    private final boolean scanner;

    DecideRegistrationRule(
            CaseFile caseFile,
            ToRegister toRegister,
            CaseTerms caseTerms,
            CaseDates dates,
            RegistrationDates registrationDates,
            AddressProtection protection,
            DanishCalendar calendar,
            Clock clock,
            @Value("${ics.demo.scanner:false}") boolean scanner) {
        this.caseFile = caseFile;
        this.toRegister = toRegister;
        this.caseTerms = caseTerms;
        this.dates = dates;
        this.registrationDates = registrationDates;
        this.protection = protection;
        this.calendar = calendar;
        this.clock = clock;
        this.scanner = scanner;
    }

    @Override
    public String formId() {
        return "decideRegistration";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        Map<String, Object> shown = new HashMap<>();
        Terms terms = caseTerms.of(reference);
        Facts facts = toRegister.facts(reference).add("Planlagt ophold", stay(known.get("plannedStay")));
        dates.addTo(facts, reference);
        shown.put(
                "facts",
                facts.add("CPR afviste sidst", known.get("cprRejection")).rows());
        shown.put("residenceBasis", terms.basis());
        LocalDate arrival = (LocalDate) known.get("arrivalDate");
        if (terms.basis().equals("permit")) {
            shown.put("residenceGround", "permit");
        }
        LocalDate effective = caseTerms.effectiveDate(reference).orElse(null);
        if (scanner && terms.needsDocument()) {
            shown.put("residenceDocumentNumber", "EU-" + reference.value());
            shown.putIfAbsent("residenceGround", "worker");
        }
        if (scanner && terms.needsDocument() && !known.containsKey("residenceIssuedOn") && arrival != null) {
            // The demonstration's scanner reads the document that the citizen brings along: a month old at most, since
            // the samples' arrivals stay where they are while the calendar goes on.
            LocalDate aMonthAgo = calendar.today().minusMonths(1);
            LocalDate issued = arrival.isAfter(aMonthAgo) ? arrival : aMonthAgo;
            shown.put("residenceIssuedOn", issued);
            effective = effective == null || issued.isAfter(effective) ? issued : effective;
        }
        if (effective != null) {
            shown.put("registrationDate", effective);
        }
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        boolean ages = caseTerms.of(submission.reference()).needsEuDocument();
        return problems(
                submission.values(),
                caseFile.read(submission.reference(), KEYS),
                calendar.today(),
                ages ? registrationDates.documentMonths() : NEVER_TOO_OLD);
    }

    /** @param documentMonths how old the residence document may be */
    static List<FieldProblem> problems(
            Map<String, Object> values, Map<String, Object> known, LocalDate today, int documentMonths) {
        Problems problems = new Problems(values);
        if (!"register".equals(values.get("registrationOutcome"))) {
            return problems.found();
        }
        LocalDate arrival = (LocalDate) known.get("arrivalDate");
        LocalDate from = (LocalDate) values.get("registrationDate");
        LocalDate issued = (LocalDate) values.get("residenceIssuedOn");
        return problems.unmet(List.of("housingProven"), "Uden dokumenteret bolig kan indrejsen ikke registreres.")
                .when(
                        "upToThreeMonths".equals(known.get("plannedStay")),
                        "registrationOutcome",
                        "Borgeren har kun ret til registrering ved ophold over 3 måneder.")
                .when(
                        arrival == null || arrival.isAfter(today),
                        "registrationOutcome",
                        "Indrejsen kan først registreres, når borgeren er kommet til landet.")
                .when(
                        issued != null && issued.isAfter(today),
                        "residenceIssuedOn",
                        "Dokumentet kan ikke være udstedt i fremtiden.")
                .when(
                        issued != null && issued.plusMonths(documentMonths).isBefore(today),
                        "residenceIssuedOn",
                        "Dokumentet er mere end " + documentMonths
                                + " måneder gammelt. Borgeren skal have et nyt fra SIRI.")
                .when(from != null && from.isAfter(today), "registrationDate", "Der kan ikke registreres frem i tiden.")
                .when(
                        from != null && arrival != null && from.isBefore(arrival),
                        "registrationDate",
                        "Der kan tidligst registreres fra indrejsedagen.")
                .when(
                        from != null && issued != null && from.isBefore(issued),
                        "registrationDate",
                        "Der kan tidligst registreres fra den dag, opholdsdokumentet er udstedt (CPR-loven § 22, stk. 3).")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        Map<String, Object> effects = new HashMap<>(
                protection.effects(submission.reference(), submission.values().get("addressProtection")));
        effects.put("registrationDecision", submission.values().get("registrationOutcome"));
        effects.put("registrationDecidedBy", submission.userId());
        effects.put("registrationDecidedAt", OffsetDateTime.now(clock));
        return effects;
    }

    private static @Nullable String stay(@Nullable Object code) {
        return code == null
                ? null
                : Map.of(
                                "overSixMonths", "Over 6 måneder",
                                "threeToSixMonths", "Over 3 og indtil 6 måneder",
                                "upToThreeMonths", "Højst 3 måneder")
                        .get(code.toString());
    }
}
