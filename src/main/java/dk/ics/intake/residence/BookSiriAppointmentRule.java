package dk.ics.intake.residence;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Aftal tid hos SIRI«: the application counts as submitted only when the citizen attends, within 14 days. */
@Component
class BookSiriAppointmentRule implements FormRule {

    private static final String SUBMITTED_ON = "siriSubmittedOn";
    private static final String APPOINTMENT_AT = "siriAppointmentAt";
    private static final LocalTime MORNING = LocalTime.of(11, 0);

    private final Citizen citizen;
    private final CaseFile caseFile;
    private final SiriAppointments appointments;
    private final Deadlines deadlines;
    private final DanishCalendar calendar;
    private final Clock clock;

    BookSiriAppointmentRule(
            Citizen citizen,
            CaseFile caseFile,
            SiriAppointments appointments,
            Deadlines deadlines,
            DanishCalendar calendar,
            Clock clock) {
        this.citizen = citizen;
        this.caseFile = caseFile;
        this.appointments = appointments;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "bookSiriAppointment";
    }

    /** Suggests now, since SIRI sits in the house; if today is full or closed, the first day with room. */
    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("arrivalDate", "employer", "jobStart", "email", "phone"));
        LocalDate day = appointments.firstDayWithRoom(reference);
        OffsetDateTime now =
                OffsetDateTime.now(clock.withZone(DanishCalendar.COPENHAGEN)).truncatedTo(ChronoUnit.HOURS);
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Indrejse", known.get("arrivalDate"))
                        .add("Arbejdsgiver", known.get("employer"))
                        .add("Første arbejdsdag", known.get("jobStart"))
                        .add("E-mail", known.get("email"))
                        .add("Telefon", known.get("phone"))
                        .rows(),
                APPOINTMENT_AT,
                day.equals(calendar.today())
                        ? now
                        : day.atTime(MORNING).atZone(DanishCalendar.COPENHAGEN).toOffsetDateTime());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Map<String, Object> values = submission.values();
        if (!(values.get(APPOINTMENT_AT) instanceof OffsetDateTime appointment)) {
            return List.of();
        }
        LocalDate day = appointment.atZoneSameInstant(DanishCalendar.COPENHAGEN).toLocalDate();
        List<FieldProblem> problems = problems(values, day);
        return problems.isEmpty() && !appointments.takeRoomOn(day, submission.reference())
                ? List.of(new FieldProblem(
                        APPOINTMENT_AT,
                        "Alle tider hos SIRI den " + Facts.danish(day) + " er optaget. Vælg en anden dag."))
                : problems;
    }

    List<FieldProblem> problems(Map<String, Object> values, LocalDate day) {
        LocalDate today = calendar.today();
        Problems problems = new Problems(values)
                .when(day.isBefore(today), APPOINTMENT_AT, "Tiden ligger før i dag.")
                .when(day.isAfter(today) && !calendar.isWorkingDay(day), APPOINTMENT_AT, "SIRI har lukket den dag.");
        if (values.get(SUBMITTED_ON) instanceof LocalDate submitted) {
            LocalDate last = appointments.lastDay(submitted);
            problems.when(submitted.isAfter(today), SUBMITTED_ON, "Borgeren kan ikke have søgt i fremtiden.")
                    .when(
                            last.isBefore(today),
                            SUBMITTED_ON,
                            "Fristen for fremmøde var den " + Facts.danish(last)
                                    + ". Borgeren skal søge igen hos SIRI.")
                    .when(
                            day.isAfter(last),
                            APPOINTMENT_AT,
                            "Borgeren skal møde hos SIRI inden 14 dage efter ansøgningen, senest den "
                                    + Facts.danish(last) + ".");
        }
        return problems.found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        if (submission.values().get(SUBMITTED_ON) instanceof LocalDate submitted) {
            deadlines.set(submission.reference(), SiriAppointments.DEADLINE, appointments.lastDay(submitted));
        }
        return Map.of();
    }
}
