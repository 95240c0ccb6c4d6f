package dk.ics.intake.residence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntakeTest
@Transactional
class BookSiriAppointmentRuleTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Citizen citizen;

    @Autowired
    Deadlines deadlines;

    @Autowired
    DanishCalendar calendar;

    @Autowired
    Clock clock;

    private BookSiriAppointmentRule rule;
    private CaseReference reference;

    @BeforeEach
    void twoADay() {
        SiriAppointments appointments = new SiriAppointments(jdbc, caseFile, new SiriProperties(2, 14), calendar);
        rule = new BookSiriAppointmentRule(citizen, caseFile, appointments, deadlines, calendar, clock);
        reference = TestCases.euWorker(caseFile);
    }

    @Test
    void a_day_that_is_full_is_refused_with_a_sentence_and_the_next_suggested() {
        book(MONDAY);
        assertThat(check(MONDAY, MONDAY)).isEmpty();
        book(MONDAY);

        assertThat(check(MONDAY, MONDAY))
                .containsExactly(new FieldProblem(
                        "siriAppointmentAt", "Alle tider hos SIRI den 2. marts 2026 er optaget. Vælg en anden dag."));
        assertThat(rule.prefill(reference).get("siriAppointmentAt"))
                .isEqualTo(OffsetDateTime.parse("2026-03-03T11:00+01:00"));
    }

    @Test
    void an_own_earlier_booking_takes_no_room() {
        book(MONDAY);
        caseFile.write(reference, Map.of("siriAppointmentAt", at(MONDAY)), Act.bySystem("test"));

        assertThat(check(MONDAY, MONDAY)).isEmpty();
    }

    @Test
    void the_citizen_attends_within_fourteen_days() {
        assertThat(check(MONDAY, MONDAY.plusDays(14))).isEmpty();
        assertThat(check(MONDAY, MONDAY.plusDays(15)))
                .containsExactly(new FieldProblem(
                        "siriAppointmentAt",
                        "Borgeren skal møde hos SIRI inden 14 dage efter ansøgningen, senest den 16. marts 2026."));
        assertThat(check(MONDAY.minusDays(15), MONDAY))
                .extracting(FieldProblem::key)
                .contains("siriSubmittedOn");
    }

    @Test
    void neither_yesterday_nor_a_sunday_is_a_day() {
        assertThat(check(MONDAY.minusDays(3), MONDAY.minusDays(3)))
                .extracting(FieldProblem::message)
                .containsExactly("Tiden ligger før i dag.");
        assertThat(check(MONDAY, MONDAY.plusDays(6)))
                .extracting(FieldProblem::message)
                .containsExactly("SIRI har lukket den dag.");
        assertThat(check(MONDAY.plusDays(1), MONDAY.plusDays(1)))
                .extracting(FieldProblem::key)
                .containsExactly("siriSubmittedOn");
    }

    private void book(LocalDate day) {
        caseFile.write(TestCases.euWorker(caseFile), Map.of("siriAppointmentAt", at(day)), Act.bySystem("test"));
    }

    private List<FieldProblem> check(LocalDate submitted, LocalDate day) {
        return rule.check(new FormSubmission(
                reference,
                "sagsbehandler",
                Map.of("siriSubmittedOn", submitted, "siriAppointmentAt", at(day)),
                Map.of()));
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(DanishCalendar.COPENHAGEN).toOffsetDateTime();
    }
}
