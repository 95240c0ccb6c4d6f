package dk.ics.intake.visitation;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When citizens come, as far as they decide it themselves; what a caseworker agrees on is {@code bookAppointment}'s. */
@Service
public class Appointments {

    static final String AT = "appointmentAt";
    static final String STATE = "appointmentState";
    static final String SEQUENCE = "appointmentSequence";
    static final String SIRI = "siriPlace";
    static final String NO_SHOWS = "noShows";

    /** What became of the appointment last. */
    static final String BOOKED = "booked";

    static final String CANCELLED = "cancelled";
    static final String NO_SHOW = "noShow";
    static final String GIVEN_BACK = "givenBack";

    private static final int ALL = Integer.MAX_VALUE;
    private static final LocalTime REMINDED_AT = LocalTime.of(9, 0);
    private static final int DAYS_A_WEEK = 7;

    private final CaseFile caseFile;
    private final DeskAppointments desk;
    private final DeskProperties properties;
    private final OpeningHours hours;
    private final DanishCalendar calendar;
    private final Clock clock;

    Appointments(
            CaseFile caseFile,
            DeskAppointments desk,
            DeskProperties properties,
            OpeningHours hours,
            DanishCalendar calendar,
            Clock clock) {
        this.caseFile = caseFile;
        this.desk = desk;
        this.properties = properties;
        this.hours = hours;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Why a citizen cannot choose a time, whoever else comes then. */
    public enum Refusal {
        PAST("past"),
        TOO_FAR("tooFar"),
        CLOSED("closed"),
        NOT_A_TIME("notATime");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** All times at which there is a place for all of them. */
    public List<OffsetDateTime> free(List<Visitor> visitors) {
        return desk.free(visitors, ALL);
    }

    /** What is wrong with a time; nothing if only other citizens can stand in the way. */
    public Optional<Refusal> refusal(OffsetDateTime at) {
        var time = at.atZoneSameInstant(DanishCalendar.COPENHAGEN);
        LocalDate day = time.toLocalDate();
        if (!at.toInstant().isAfter(clock.instant())) {
            return Optional.of(Refusal.PAST);
        }
        if (!day.isBefore(calendar.today().plus(properties.ahead()))) {
            return Optional.of(Refusal.TOO_FAR);
        }
        if (!calendar.isWorkingDay(day) || !hours.isOpen(day.getDayOfWeek(), time.toLocalTime())) {
            return Optional.of(Refusal.CLOSED);
        }
        return desk.times(day).anyMatch(one -> one.isEqual(at)) ? Optional.empty() : Optional.of(Refusal.NOT_A_TIME);
    }

    /** Whether the citizen may still change or cancel it. */
    public boolean isChangeable(OffsetDateTime appointment) {
        return clock.instant().isBefore(appointment.toInstant().minus(properties.changeUntil()));
    }

    /** Whether the citizen has stayed away so often that a person agrees on the next time. */
    public boolean isStrict(@Nullable Object noShows) {
        return noShows instanceof Integer times && times >= properties.noShows();
    }

    /** How long a time is. */
    public Duration slot() {
        return properties.slot();
    }

    /**
     * Gives all of them this time and frees the one each had, or changes nothing; the caller holds the cases.
     *
     * @return false if there is no place for all of them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(OffsetDateTime at, List<Visitor> visitors, Act act) {
        if (!desk.takePlaces(at, visitors)) {
            return false;
        }
        for (Visitor visitor : visitors) {
            Map<String, @Nullable Object> changes = new HashMap<>(booked(caseFile, visitor));
            changes.put(AT, at);
            changes.put("appointmentNote", null);
            caseFile.write(visitor.reference(), changes, act);
        }
        return true;
    }

    /** The place is free again; the caller holds the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(CaseReference reference, Act act) {
        caseFile.write(reference, without(CANCELLED), act);
    }

    /** What a further appointment changes beside its time. */
    static Map<String, Object> booked(CaseFile caseFile, Visitor visitor) {
        Object before = caseFile.read(visitor.reference(), List.of(SEQUENCE)).getOrDefault(SEQUENCE, -1);
        return Map.of(STATE, BOOKED, SEQUENCE, (Integer) before + 1, SIRI, visitor.forResidenceDocument());
    }

    /** What it changes that there is no appointment any more. */
    static Map<String, @Nullable Object> without(String state) {
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put(AT, null);
        changes.put(STATE, state);
        return changes;
    }

    /** When the citizen is asked by mail to choose a time: at once after cancelling, so that the mail confirms it. */
    public Instant offerAt(CaseReference reference) {
        return CANCELLED.equals(caseFile.read(reference, List.of(STATE)).get(STATE))
                ? clock.instant()
                : clock.instant().plus(properties.offerAfter());
    }

    /**
     * 9 o'clock on the working day before the appointment. If that has passed, a week after the appointment: by then nobody
     * waits for the citizen any more, and whoever asks does not remind of what is over.
     */
    public Instant reminderAt(CaseReference reference) {
        if (!(caseFile.read(reference, List.of(AT)).get(AT) instanceof OffsetDateTime at)) {
            return clock.instant().plus(Duration.ofDays(DAYS_A_WEEK));
        }
        LocalDate day =
                at.atZoneSameInstant(DanishCalendar.COPENHAGEN).toLocalDate().minusDays(1);
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        Instant reminder =
                day.atTime(REMINDED_AT).atZone(DanishCalendar.COPENHAGEN).toInstant();
        return reminder.isAfter(clock.instant()) ? reminder : at.toInstant().plus(Duration.ofDays(DAYS_A_WEEK));
    }

    /** Whether there is an appointment that is still to come. */
    boolean isToCome(CaseReference reference) {
        return caseFile.read(reference, List.of(AT)).get(AT) instanceof OffsetDateTime at
                && at.toInstant().isAfter(clock.instant());
    }
}
