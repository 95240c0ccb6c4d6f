package dk.ics.intake.correction;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldNames;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** »Ret oplysninger«: what is registered stands beside what it shall be. */
@Component
class CorrectDataRule implements FormRule {

    private static final int OLDEST = 120;

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final ShownAddress address;
    private final Proposal proposal;
    private final DanishCalendar calendar;

    CorrectDataRule(
            CaseFile caseFile, Citizen citizen, ShownAddress address, Proposal proposal, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.address = address;
        this.proposal = proposal;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "correctData";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> request = caseFile.read(
                reference,
                List.of("correctionKind", "correctionReason", "correctionApprovalNote", "correctionApprovedBy"));
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "facts",
                citizen.facts(reference)
                        .add("Grund til rettelsen", request.get("correctionReason"))
                        .add("Ikke godkendt, fordi", request.get("correctionApprovalNote"))
                        .rows());
        shown.put("countries", Choices.countries());
        if (request.containsKey("correctionKind")) {
            CorrectionKind kind = CorrectionKind.of(request.get("correctionKind"));
            Set<String> protectedFields = address.hidden(reference, kind.fields());
            Facts registered = new Facts();
            caseFile.read(reference, kind.fields()).forEach((field, value) -> {
                boolean hidden = protectedFields.contains(field);
                registered.add(FieldNames.of(field), hidden ? ShownAddress.MASK : FieldNames.value(field, value));
                if (!hidden) {
                    shown.put(CorrectionKind.proposed(field), value);
                }
            });
            shown.put("registered", registered.rows());
        }
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Map<String, Object> values = submission.values();
        if (!"correct".equals(values.get("correctionOutcome"))) {
            return List.of();
        }
        LocalDate today = calendar.today();
        CorrectionKind kind = proposal.kind(submission.reference());
        boolean changed =
                !proposal.changes(submission.reference(), kind, values).isEmpty();
        // A protected address opens empty: whoever corrects it writes all of it, and nobody empties it by leaving it.
        boolean addressLeft = kind == CorrectionKind.ADDRESS
                && !(values.containsKey("newAddressLine") && values.containsKey("newPostalCode"));
        return new Problems(values)
                .when(addressLeft, "newAddressLine", "Skriv hele den nye adresse.")
                .when(
                        !changed,
                        "correctionOutcome",
                        "Ingen oplysning er ændret. Ret en oplysning, eller afvis rettelsen.")
                .when(day(values, "newBirthDate").isAfter(today), "newBirthDate", "Fødselsdatoen ligger i fremtiden.")
                .when(
                        day(values, "newBirthDate").isBefore(today.minusYears(OLDEST)),
                        "newBirthDate",
                        "Fødselsdatoen ligger mere end 120 år tilbage. Kontrollér året.")
                .when(
                        day(values, "newMaritalStatusDate").isAfter(today),
                        "newMaritalStatusDate",
                        "Civilstanden kan ikke være ændret i fremtiden.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        boolean second = "correct".equals(submission.values().get("correctionOutcome"))
                && proposal.kind(submission.reference()).needsSecondPerson();
        return Map.of("correctedBy", submission.userId(), "secondPersonNeeded", second);
    }

    /** A day that breaks no rule if there is none. */
    private static LocalDate day(Map<String, Object> values, String key) {
        return values.get(key) instanceof LocalDate day ? day : LocalDate.of(2000, 1, 1);
    }
}
