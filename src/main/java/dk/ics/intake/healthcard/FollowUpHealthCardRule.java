package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Følg op på sundhedskort«: it has not come, or came back. */
@Component
class FollowUpHealthCardRule implements FormRule {

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final ShownAddress address;
    private final CardDelivery delivery;
    private final DanishCalendar calendar;

    FollowUpHealthCardRule(
            CaseFile caseFile, Citizen citizen, ShownAddress address, CardDelivery delivery, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.address = address;
        this.delivery = delivery;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "followUpHealthCard";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("healthCardOrderNumber", "healthCardOrderedAt", "email", "phone"));
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Bestilt", known.get("healthCardOrderedAt"))
                        .add("Bestillingsnummer", known.get("healthCardOrderNumber"))
                        .add("Adresse", address.line(reference))
                        .add("E-mail", known.get("email"))
                        .add("Telefon", known.get("phone"))
                        .rows());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values(), delivery.isClaimable(submission.reference()), calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, boolean claimable, LocalDate today) {
        return new Problems(values)
                .when(
                        "waitLonger".equals(values.get("cardFollowUp")) && !claimable,
                        "cardFollowUp",
                        "Fristen for at melde kortet ikke modtaget er udløbet. Afslut med det, der er aftalt.")
                .when(
                        values.get("cardDeliveredOn") instanceof LocalDate on && on.isAfter(today),
                        "cardDeliveredOn",
                        "Kortet kan ikke være kommet i fremtiden.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        if ("delivered".equals(submission.values().get("cardFollowUp"))
                && submission.values().get("cardDeliveredOn") instanceof LocalDate on) {
            delivery.delivered(submission.reference(), new Act(formId(), submission.userId(), "delivered"), on);
        }
        return Map.of();
    }
}
