package dk.ics.intake.departure;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The start form »Dødsfald eller udrejse«: open and closed cases alike; nobody dies twice, or in the future. */
@Component
class DepartureReportedRule implements FormRule {

    private final DanishCalendar calendar;

    DepartureReportedRule(DanishCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "departureReported";
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values(), submission.current(), calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, Map<String, Object> current, LocalDate today) {
        boolean death = Departures.DECEASED.equals(values.get("departureKind"));
        return new Problems(values)
                .when(
                        Departures.DECEASED.equals(current.get("departureKind")),
                        "caseReference",
                        "Det er allerede registreret, at borgeren er død.")
                .when(
                        death && values.get("departureDate") instanceof LocalDate day && day.isAfter(today),
                        "departureDate",
                        "Et dødsfald kan ikke ligge i fremtiden.")
                .found();
    }
}
