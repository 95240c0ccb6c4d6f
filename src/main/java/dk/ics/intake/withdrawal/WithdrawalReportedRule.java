package dk.ics.intake.withdrawal;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The start form »Ansøgning trukket tilbage«: only what is still open can be withdrawn. */
@Component
class WithdrawalReportedRule implements FormRule {

    private final CaseFile caseFile;
    private final DanishCalendar calendar;

    WithdrawalReportedRule(CaseFile caseFile, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "withdrawalReported";
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        boolean open = caseFile.get(submission.reference()).isOpen();
        return problems(submission.values(), open, calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, boolean open, LocalDate today) {
        return new Problems(values)
                .when(
                        !open,
                        "caseReference",
                        "Sagen er afsluttet og kan ikke trækkes tilbage. Er borgeren rejst, så registrér en udrejse.")
                .when(
                        values.get("withdrawalReceivedOn") instanceof LocalDate received && received.isAfter(today),
                        "withdrawalReceivedOn",
                        "Tilbagetrækningen kan ikke være modtaget i fremtiden.")
                .found();
    }
}
