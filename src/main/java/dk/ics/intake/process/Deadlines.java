package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.complaint.ComplaintProperties;
import dk.ics.intake.healthcard.CardDelivery;
import dk.ics.intake.registration.ProtectionReminders;
import dk.ics.intake.residence.SiriAppointments;
import dk.ics.intake.supervision.SupervisedItem;
import dk.ics.intake.supervision.SupervisionProperties;
import dk.ics.intake.supervision.Supervisions;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.visitation.Appointments;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * Due dates and timers of the models: {@code ${deadlines.workingDays(2)}}. A deadline lasts until its last day ends in
 * Denmark.
 */
@Component
public class Deadlines {

    private static final int DAYS_A_WEEK = 5;
    private static final LocalTime BEGIN_OF_WORK = LocalTime.of(6, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private final DanishCalendar calendar;
    private final DeadlineProperties properties;
    private final CaseFile caseFile;
    private final CardDelivery delivery;
    private final SiriAppointments appointments;
    private final ComplaintProperties complaints;
    private final ProtectionReminders protection;
    private final SupervisionProperties supervision;
    private final Supervisions supervisions;
    private final Appointments visits;

    Deadlines(
            DanishCalendar calendar,
            DeadlineProperties properties,
            CaseFile caseFile,
            CardDelivery delivery,
            SiriAppointments appointments,
            ComplaintProperties complaints,
            ProtectionReminders protection,
            SupervisionProperties supervision,
            Supervisions supervisions,
            Appointments visits) {
        this.calendar = calendar;
        this.properties = properties;
        this.caseFile = caseFile;
        this.delivery = delivery;
        this.appointments = appointments;
        this.complaints = complaints;
        this.protection = protection;
        this.supervision = supervision;
        this.supervisions = supervisions;
        this.visits = visits;
    }

    /** The end of the day that many working days from now. */
    public Date workingDays(int days) {
        return endOf(in(days));
    }

    public Date documentReminder() {
        return endOf(in(properties.documentReminder()));
    }

    public Date documentsClosed() {
        return endOf(documentsDue());
    }

    /** When a citizen who has no appointment is asked to choose one. */
    public Date bookingOffer(String caseReference) {
        return Date.from(visits.offerAt(new CaseReference(caseReference)));
    }

    /** When a citizen is reminded of the appointment. */
    public Date appointmentReminder(String caseReference) {
        return Date.from(visits.reminderAt(new CaseReference(caseReference)));
    }

    public Date siriOverdue() {
        return endOf(in(properties.siriOverdue()));
    }

    public Date taxReceiptOverdue() {
        return endOf(in(properties.taxReceiptOverdue()));
    }

    public Date nidcOverdue() {
        return endOf(in(properties.nidcOverdue()));
    }

    /** The end of the citizen's time to answer a hearing; a last day on which the office is closed lasts until the next. */
    public Date hearing(String caseReference) {
        return endOf(
                calendar.workingDayFrom(day(caseReference, "hearingDeadline").orElseGet(calendar::today)));
    }

    /** Until when the citizen may say which group and doctor she wants. */
    public Date groupChoice() {
        return endOf(in(properties.groupChoice()));
    }

    /** The last day on which a citizen who has applied can attend at SIRI. */
    public Date siriAttendance(String caseReference) {
        return endOf(appointments.lastDay(new CaseReference(caseReference)));
    }

    /** When somebody looks after a health card that has not come. */
    public Date cardDelivery(String caseReference) {
        return endOf(delivery.due(new CaseReference(caseReference)));
    }

    /** The beginning of the day on which the citizen is reminded of a protection that lapses. */
    public Date protectionReminder(String caseReference) {
        LocalDate day = protection.day(new CaseReference(caseReference)).orElseGet(calendar::today);
        return Date.from(day.atStartOfDay(DanishCalendar.COPENHAGEN).toInstant());
    }

    /** The end of the day on which the citizen wants to come again for MitID. */
    public Date mitIdReturn(String caseReference) {
        return endOf(mitIdReturnDay(caseReference));
    }

    /** Until when a citizen may come later than agreed. */
    public Date mitIdReturnOverdue(String caseReference) {
        return endOf(calendar.plusWorkingDays(mitIdReturnDay(caseReference), properties.mitIdReturn()));
    }

    private LocalDate mitIdReturnDay(String caseReference) {
        return day(caseReference, "mitIdReturnOn").orElseGet(() -> in(properties.mitIdReturn()));
    }

    private Optional<LocalDate> day(String caseReference, String key) {
        return Optional.ofNullable((LocalDate)
                caseFile.read(new CaseReference(caseReference), List.of(key)).get(key));
    }

    /** Until when a complaint shall be reconsidered. */
    public Date complaintReconsidered() {
        return endOf(in(complaints.reconsiderWorkingDays()));
    }

    /** The end of the last day for the citizen's comments on our statement about the complaint. */
    public Date complaintComments(String caseReference) {
        return endOf(day(caseReference, "complaintCommentsDue")
                .orElseGet(() -> in(complaints.commentsWeeks() * DAYS_A_WEEK)));
    }

    /** When a caseworker asks what has become of a complaint that was sent on. */
    public Date complaintAnswered() {
        return endOf(in(complaints.answerWorkingDays()));
    }

    /** When a supervision begins by itself, as a cron expression. */
    public String supervisionCycle() {
        return supervision.cycle();
    }

    /** The morning of the month's first working day. */
    public Date firstWorkingDay() {
        LocalDate day = calendar.workingDayFrom(calendar.today().withDayOfMonth(1));
        return Date.from(
                day.atTime(BEGIN_OF_WORK).atZone(DanishCalendar.COPENHAGEN).toInstant());
    }

    /** Until when a control that was drawn shall be reviewed. */
    public Date controlReviewed() {
        return endOf(in(supervision.reviewWorkingDays()));
    }

    /** The last day of what a finding asked for. */
    public Date followUp(VariableScope task) {
        return endOf(followUpDue(task));
    }

    /** Until when a finding shall be closed: some days after what it asked for. */
    public Date findingClosed(VariableScope task) {
        return endOf(calendar.plusWorkingDays(followUpDue(task), supervision.closeWorkingDays()));
    }

    private LocalDate followUpDue(VariableScope task) {
        String number = CaseOf.text(task, RoutingVariable.SUPERVISION);
        String item = CaseOf.text(task, RoutingVariable.SUPERVISION_ITEM);
        return (number.isEmpty() || item.isEmpty()
                        ? Optional.<SupervisedItem>empty()
                        : supervisions.item(Long.parseLong(number), Integer.parseInt(item)))
                .flatMap(found -> found.followUps().stream()
                        .map(SupervisedItem.FollowUp::due)
                        .max(Comparator.naturalOrder()))
                .orElseGet(calendar::today);
    }

    /** The last day for papers asked for today. */
    LocalDate documentsDue() {
        return in(properties.documentsClosed());
    }

    private LocalDate in(int workingDays) {
        return calendar.plusWorkingDays(calendar.today(), workingDays);
    }

    private static Date endOf(LocalDate day) {
        return Date.from(
                day.atTime(END_OF_DAY).atZone(DanishCalendar.COPENHAGEN).toInstant());
    }
}
