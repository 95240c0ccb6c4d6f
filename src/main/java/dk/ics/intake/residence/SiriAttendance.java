package dk.ics.intake.residence;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the two forms about the citizen's attendance at SIRI have in common. */
@Component
class SiriAttendance {

    private static final String ATTENDED_ON = "siriAttendedOn";
    private static final List<String> KEYS =
            List.of("siriSubmittedOn", "siriAppointmentAt", "siriAttendanceNote", "email", "phone");

    private final Citizen citizen;
    private final CaseFile caseFile;
    private final SiriAppointments appointments;
    private final Deadlines deadlines;
    private final DanishCalendar calendar;

    SiriAttendance(
            Citizen citizen,
            CaseFile caseFile,
            SiriAppointments appointments,
            Deadlines deadlines,
            DanishCalendar calendar) {
        this.citizen = citizen;
        this.caseFile = caseFile;
        this.appointments = appointments;
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    Facts facts(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        return citizen.facts(reference)
                .add("Søgt hos SIRI", known.get("siriSubmittedOn"))
                .add("Tid hos SIRI", known.get("siriAppointmentAt"))
                .add("Skal senest møde", appointments.lastDay(reference))
                .add("Bemærkning", known.get("siriAttendanceNote"))
                .add("E-mail", known.get("email"))
                .add("Telefon", known.get("phone"));
    }

    List<FieldProblem> problems(FormSubmission submission) {
        return problems(
                submission.values(),
                (LocalDate) caseFile.read(submission.reference(), KEYS).get("siriSubmittedOn"),
                calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, @Nullable LocalDate submitted, LocalDate today) {
        Problems problems = new Problems(values);
        if (values.get(ATTENDED_ON) instanceof LocalDate attended) {
            problems.when(attended.isAfter(today), ATTENDED_ON, "Borgeren kan ikke være mødt i fremtiden.")
                    .when(
                            submitted != null && attended.isBefore(submitted),
                            ATTENDED_ON,
                            "Borgeren kan ikke være mødt, før der blev søgt.");
        }
        return problems.found();
    }

    /** The deadline for attending is met. */
    void attended(CaseReference reference) {
        deadlines.meet(reference, SiriAppointments.DEADLINE);
    }
}
