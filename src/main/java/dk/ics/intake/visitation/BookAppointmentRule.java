package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.casefile.ServiceCode;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** »Book tid«: when the citizen comes in person (CPR-loven § 21 stk. 2). */
@Component
class BookAppointmentRule implements FormRule {

    private static final int QUARTER = 15;
    private static final int SHOWN = 24;
    private static final String SERVICES = "services";

    private final Citizen citizen;
    private final CaseFile caseFile;
    private final FamilyAppointments family;
    private final DeskAppointments desk;
    private final OpeningHours hours;
    private final DanishCalendar calendar;
    private final Clock clock;

    BookAppointmentRule(
            Citizen citizen,
            CaseFile caseFile,
            FamilyAppointments family,
            DeskAppointments desk,
            OpeningHours hours,
            DanishCalendar calendar,
            Clock clock) {
        this.citizen = citizen;
        this.caseFile = caseFile;
        this.family = family;
        this.desk = desk;
        this.hours = hours;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "bookAppointment";
    }

    /** For a residence document SIRI's desk is needed too. */
    @Override
    public Set<String> codes() {
        return Set.of(SERVICES);
    }

    /** Suggests the time of the others of a family, else now: who stands at the desk needs no other time. */
    @Override
    public Map<String, Object> prefill(CaseReference reference, Map<String, String> codes) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("email", "phone", "arrivalDate", Appointments.NO_SHOWS));
        OffsetDateTime now =
                OffsetDateTime.now(clock.withZone(DanishCalendar.COPENHAGEN)).truncatedTo(ChronoUnit.MINUTES);
        Facts facts = citizen.facts(reference)
                .add("Indrejse", known.get("arrivalDate"))
                .add("E-mail", known.get("email"))
                .add("Telefon", known.get("phone"))
                .add("Udeblevet", times(known.get(Appointments.NO_SHOWS)));
        FamilyAppointments.Others others = family.of(reference);
        others.addTo(facts);
        return Map.of(
                "facts",
                facts.rows(),
                "freeTimes",
                FreeTimes.rows(desk.free(List.of(visitor(reference, codes)), SHOWN)),
                "openingHours",
                hours.inDanish(),
                "appointmentAt",
                others.common().orElse(now.minusMinutes(now.getMinute() % QUARTER)));
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        if (!(submission.values().get("appointmentAt") instanceof OffsetDateTime appointment)) {
            return List.of();
        }
        List<FieldProblem> problems = problems(appointment, calendar.today());
        List<Visitor> visitor = List.of(visitor(submission.reference(), submission.codes()));
        return problems.isEmpty() && !desk.takePlaces(appointment, visitor)
                ? List.of(new FieldProblem("appointmentAt", full(visitor)))
                : problems;
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return Appointments.booked(caseFile, visitor(submission.reference(), submission.codes()));
    }

    private static Visitor visitor(CaseReference reference, Map<String, String> codes) {
        return new Visitor(
                reference,
                List.of(codes.getOrDefault(SERVICES, "").split(",")).contains(ServiceCode.RESIDENCE_DOCUMENT.code()));
    }

    private static @Nullable String times(@Nullable Object noShows) {
        return noShows instanceof Integer times && times > 0 ? times + (times == 1 ? " gang" : " gange") : null;
    }

    private String full(List<Visitor> visitor) {
        boolean siri = visitor.get(0).forResidenceDocument();
        return (siri
                        ? "Alle pladser, eller alle SIRI's pladser, er optaget på det tidspunkt. "
                        : "Alle pladser er optaget på det tidspunkt. ")
                + desk.free(visitor, 1).stream()
                        .findFirst()
                        .map(time -> "Næste ledige tid er den " + Facts.danish(time) + ".")
                        .orElse("Der er ingen ledige tider den næste måned.");
    }

    List<FieldProblem> problems(OffsetDateTime appointment, LocalDate today) {
        var at = appointment.atZoneSameInstant(DanishCalendar.COPENHAGEN);
        return new Problems(Map.of())
                .when(at.toLocalDate().isBefore(today), "appointmentAt", "Tiden ligger før i dag.")
                .when(
                        at.toLocalDate().isAfter(today.plusYears(1)),
                        "appointmentAt",
                        "Tiden ligger mere end et år fremme. Kontrollér datoen.")
                .when(
                        hours.enforced()
                                && !(calendar.isWorkingDay(at.toLocalDate())
                                        && hours.isOpen(at.getDayOfWeek(), at.toLocalTime())),
                        "appointmentAt",
                        "Der er lukket på det tidspunkt. " + hours.inDanish())
                .found();
    }
}
