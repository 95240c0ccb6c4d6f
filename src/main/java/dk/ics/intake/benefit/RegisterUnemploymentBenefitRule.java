package dk.ics.intake.benefit;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.FreeMovement;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * »Registrér PD U2«: benefit exported from another country (regulation 883/2004 art. 64, 987/2009 art. 55). The date of
 * box 2.3 is used as it is printed; who registers later gets benefit from the registration on only.
 */
@Component
class RegisterUnemploymentBenefitRule implements FormRule {

    /** The issuing state may extend three months to six (regulation 883/2004 art. 64). */
    private static final int LONGEST_MONTHS = 6;

    private static final String REGISTER_BY = "u2RegisterBy";
    private static final String REGISTERED_ON = "benefitRegisteredOn";
    private static final List<String> TOLD = List.of("jobnetCvTold", "obligationsTold", "institutionTold");
    private static final List<String> KEYS =
            List.of("citizenship", "birthPlace", "email", "phone", "foreignPersonalNumber");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final ShownAddress address;
    private final Deadlines deadlines;
    private final DanishCalendar calendar;
    private final Clock clock;

    RegisterUnemploymentBenefitRule(
            CaseFile caseFile,
            Citizen citizen,
            ShownAddress address,
            Deadlines deadlines,
            DanishCalendar calendar,
            Clock clock) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.address = address;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "registerUnemploymentBenefit";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "facts",
                citizen.facts(reference)
                        .add("Fødested", known.get("birthPlace"))
                        .add("Adresse", address.line(reference))
                        .add("E-mail", known.get("email"))
                        .add("Telefon", known.get("phone"))
                        .rows());
        shown.put(
                "benefitCountries",
                Choices.countries().stream()
                        .filter(option -> FreeMovement.covers(option.get("value")))
                        .toList());
        shown.put(
                "benefitOutcomes",
                Choices.expecting(
                        mayBring(known.get("citizenship")),
                        Choices.option("registered", "PD U2 registreres"),
                        Choices.option("notRegistered", "PD U2 kan ikke registreres")));
        if (known.containsKey("foreignPersonalNumber")) {
            shown.put("u2Pin", known.get("foreignPersonalNumber"));
        }
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Object citizenship =
                caseFile.read(submission.reference(), List.of("citizenship")).get("citizenship");
        return problems(submission.values(), citizenship, calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, @Nullable Object citizenship, LocalDate today) {
        Problems problems = new Problems(values);
        if (!"registered".equals(values.get("benefitOutcome"))) {
            return problems.found();
        }
        problems.when(
                        !mayBring(citizenship),
                        "benefitOutcome",
                        "Borgere fra lande uden for EU, EØS og Schweiz kan ikke tage dagpenge med til Danmark.")
                .unmet(TOLD, "Skal være gjort, før PD U2 registreres.")
                .when(
                        values.get(REGISTERED_ON) instanceof LocalDate registered && registered.isAfter(today),
                        REGISTERED_ON,
                        "Borgeren kan ikke være registreret i fremtiden.");
        if (values.get("u2From") instanceof LocalDate from) {
            problems.when(
                            values.get("u2Until") instanceof LocalDate until && until.isBefore(from),
                            "u2Until",
                            "Perioden kan ikke slutte, før den begynder.")
                    .when(
                            values.get("u2Until") instanceof LocalDate until
                                    && until.isAfter(from.plusMonths(LONGEST_MONTHS)),
                            "u2Until",
                            "Perioden kan højst vare 6 måneder. Kontrollér datoerne på blanketten.")
                    .when(
                            values.get(REGISTER_BY) instanceof LocalDate by && by.isBefore(from),
                            REGISTER_BY,
                            "Datoen i felt 2.3 ligger før datoen i felt 2.1. Kontrollér blanketten.");
        }
        return problems.found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        if (submission.values().get(REGISTER_BY) instanceof LocalDate by
                && submission.values().get(REGISTERED_ON) instanceof LocalDate registered) {
            deadlines.set(submission.reference(), REGISTER_BY, by);
            deadlines.meet(submission.reference(), REGISTER_BY);
            if (registered.isAfter(by)) {
                caseFile.journal(
                        submission.reference(),
                        new Act(formId(), submission.userId(), "late"),
                        "PD U2 er registreret efter datoen i felt 2.3. Der er dagpenge fra registreringen");
            }
        }
        return Map.of(
                "benefitDecision", submission.values().get("benefitOutcome"),
                "benefitDecidedBy", submission.userId(),
                "benefitDecidedAt", OffsetDateTime.now(clock));
    }

    /** While the citizenship is not known, nobody can say no. */
    private static boolean mayBring(@Nullable Object citizenship) {
        return citizenship == null || FreeMovement.covers(citizenship);
    }
}
