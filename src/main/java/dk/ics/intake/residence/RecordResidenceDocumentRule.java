package dk.ics.intake.residence;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.terms.CaseTerms;
import dk.ics.intake.terms.RegistrationDates;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** »Registrér EU-opholdsdokument«: SIRI's decision, which registration depends on. */
@Component
class RecordResidenceDocumentRule implements FormRule {

    private final Citizen citizen;
    private final CaseFile caseFile;
    private final Deadlines deadlines;
    private final RegistrationDates registrationDates;
    private final DanishCalendar calendar;
    private final Clock clock;

    RecordResidenceDocumentRule(
            Citizen citizen,
            CaseFile caseFile,
            Deadlines deadlines,
            RegistrationDates registrationDates,
            DanishCalendar calendar,
            Clock clock) {
        this.citizen = citizen;
        this.caseFile = caseFile;
        this.deadlines = deadlines;
        this.registrationDates = registrationDates;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "recordResidenceDocument";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("siriDecision", "arrivalDate", "employer", "jobStart"));
        boolean refused = "refused".equals(known.get("siriDecision"));
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Indrejse", known.get("arrivalDate"))
                        .add("Arbejdsgiver", known.get("employer"))
                        .add("Første arbejdsdag", known.get("jobStart"))
                        .add("Svar fra SIRI", refused ? "Afslag" : known.get("siriDecision") == null ? null : "Udstedt")
                        .rows(),
                "residenceOutcomes",
                Choices.expecting(
                        !refused,
                        Choices.option("granted", "Opholdsdokumentet er udstedt"),
                        Choices.option("refused", "SIRI har givet afslag")));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Map<String, Object> values = submission.values();
        Object born =
                caseFile.read(submission.reference(), List.of("birthDate")).get("birthDate");
        return problems(values, (LocalDate) born, calendar.today(), registrationDates.documentMonths());
    }

    static List<FieldProblem> problems(
            Map<String, Object> values, @Nullable LocalDate born, LocalDate today, int documentMonths) {
        Problems problems = new Problems(values);
        if ("granted".equals(values.get("residenceOutcome"))
                && values.get("residenceIssuedOn") instanceof LocalDate issued) {
            problems.when(issued.isAfter(today), "residenceIssuedOn", "Dokumentet kan ikke være udstedt i fremtiden.")
                    .when(
                            born != null && issued.isBefore(born),
                            "residenceIssuedOn",
                            "Dokumentet kan ikke være udstedt før borgerens fødsel.")
                    .when(
                            issued.plusMonths(documentMonths).isBefore(today),
                            "residenceIssuedOn",
                            "Dokumentet er mere end " + documentMonths
                                    + " måneder gammelt og kan ikke bruges ved registreringen. Borgeren skal have et"
                                    + " nyt.");
        }
        return problems.found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        if ("granted".equals(submission.values().get("residenceOutcome"))) {
            deadlines.meet(submission.reference(), CaseTerms.RESIDENCE_DOCUMENT);
        }
        return Map.of(
                "residenceDecision", submission.values().get("residenceOutcome"),
                "residenceRecordedBy", submission.userId(),
                "residenceRecordedAt", OffsetDateTime.now(clock));
    }
}
