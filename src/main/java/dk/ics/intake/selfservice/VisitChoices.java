package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.selfservice.Reception.Place;
import dk.ics.intake.selfservice.Visit.Choice;
import dk.ics.intake.visitation.Appointments;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case and its process say of the citizen's visit. */
@Component
class VisitChoices {

    private static final List<String> KEYS = List.of(
            "appointmentAt",
            "appointmentState",
            "appointmentSequence",
            "checkedInAt",
            "noShows",
            "siriAppointmentAt",
            "siriAttendedOn");

    private final CaseFile caseFile;
    private final Reception reception;
    private final Appointments appointments;
    private final Clock clock;

    VisitChoices(CaseFile caseFile, Reception reception, Appointments appointments, Clock clock) {
        this.caseFile = caseFile;
        this.reception = reception;
        this.appointments = appointments;
        this.clock = clock;
    }

    Visit of(CaseReference reference) {
        if (!caseFile.get(reference).isOpen()) {
            return new Visit(Choice.NOTHING, null, 0, null);
        }
        Map<String, Object> known = caseFile.read(reference, KEYS);
        Place place = reception.isBeingWithdrawn(reference)
                ? Place.ELSEWHERE
                : reception.waiting(reference).place();
        // After the citizen stayed away, the time is over until there is another.
        boolean agreed = place != Place.FOR_APPOINTMENT && !known.containsKey("checkedInAt");
        @Nullable OffsetDateTime appointment = agreed ? (OffsetDateTime) known.get("appointmentAt") : null;
        return new Visit(
                choice(place, appointment, known),
                appointment,
                (Integer) known.getOrDefault("appointmentSequence", 0),
                siri(known));
    }

    private Choice choice(Place place, @Nullable OffsetDateTime appointment, Map<String, Object> known) {
        return switch (place) {
            case ELSEWHERE -> Choice.NOTHING;
            case BY_PHONE -> Choice.CALL;
            case FOR_APPOINTMENT -> appointments.isStrict(known.get("noShows")) ? Choice.CALL : Choice.CHOOSE;
            case FOR_CITIZEN -> {
                if (appointments.isStrict(known.get("noShows"))) {
                    yield Choice.CALL;
                }
                yield appointment != null && appointments.isChangeable(appointment) ? Choice.CHANGE : Choice.TOO_LATE;
            }
        };
    }

    private @Nullable OffsetDateTime siri(Map<String, Object> known) {
        return !known.containsKey("siriAttendedOn")
                        && known.get("siriAppointmentAt") instanceof OffsetDateTime at
                        && at.toInstant().isAfter(clock.instant())
                ? at
                : null;
    }
}
