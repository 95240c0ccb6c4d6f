package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
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

    private static final int DOCUMENT_MONTHS = 6;
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
    private final DanishCalendar calendar;
    private final Clock clock;
    private final boolean scanner;

    DecideRegistrationRule(
            CaseFile caseFile,
            ToRegister toRegister,
            DanishCalendar calendar,
            Clock clock,
            @Value("${ics.demo.scanner:false}") boolean scanner) {
        this.caseFile = caseFile;
        this.toRegister = toRegister;
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
        shown.put(
                "facts",
                toRegister
                        .facts(reference)
                        .add("Planlagt ophold", stay(known.get("plannedStay")))
                        .add("CPR afviste sidst", known.get("cprRejection"))
                        .rows());
        LocalDate arrival = (LocalDate) known.get("arrivalDate");
        LocalDate issued = (LocalDate) known.get("residenceIssuedOn");
        if (scanner && issued == null && arrival != null) {
            // The demonstration's scanner reads the document that the citizen brings along: a month old at most, since
            // the samples' arrivals stay where they are while the calendar goes on.
            LocalDate aMonthAgo = calendar.today().minusMonths(1);
            issued = arrival.isAfter(aMonthAgo) ? arrival : aMonthAgo;
            shown.put("residenceDocumentNumber", "EU-" + reference.value());
            shown.put("residenceGround", "worker");
            shown.put("residenceIssuedOn", issued);
        }
        if (arrival != null) {
            shown.put("registrationDate", issued != null && issued.isAfter(arrival) ? issued : arrival);
        }
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values(), caseFile.read(submission.reference(), KEYS), calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, Map<String, Object> known, LocalDate today) {
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
                        issued != null && issued.plusMonths(DOCUMENT_MONTHS).isBefore(today),
                        "residenceIssuedOn",
                        "Dokumentet er mere end 6 måneder gammelt. Borgeren skal have et nyt fra SIRI.")
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
        return Map.of(
                "registrationDecision", submission.values().get("registrationOutcome"),
                "registrationDecidedBy", submission.userId(),
                "registrationDecidedAt", OffsetDateTime.now(clock));
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
