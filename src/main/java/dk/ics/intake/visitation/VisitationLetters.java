package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What visitation writes to citizens. */
@Service
public class VisitationLetters {

    private final CaseFile caseFile;
    private final RequiredPapers papers;
    private final Letters letters;
    private final Appointments appointments;

    VisitationLetters(CaseFile caseFile, RequiredPapers papers, Letters letters, Appointments appointments) {
        this.caseFile = caseFile;
        this.papers = papers;
        this.letters = letters;
        this.appointments = appointments;
    }

    /** Asks for the missing papers, to be brought by the given day. */
    @Transactional
    public void requestPapers(CaseReference reference, LocalDate due) {
        papers.expectBy(reference, due);
        letters.send(reference, "requestDocuments", values(reference, "message", "requestMessage", due));
    }

    /** Reminds of the papers asked for. */
    @Transactional
    public void remindOfPapers(CaseReference reference) {
        letters.send(
                reference,
                "remindDocuments",
                Map.of("papers", papers.toWriteOf(reference), "deadline", papers.expectedBy(reference)));
    }

    /** Says where the citizen has to go instead, and why. */
    @Transactional
    public void refer(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of("referredTo", "referralReason"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("referredTo", known.getOrDefault("referredTo", ""));
        values.put("reason", known.getOrDefault("referralReason", ""));
        letters.send(reference, "sendReferral", values);
    }

    /** Says what has happened in a case that is closed. */
    @Transactional
    public void summarise(CaseReference reference, List<String> started, Set<String> delivered) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "services",
                started.stream()
                        .map(service -> service + (delivered.contains(service) ? ".delivered" : ".notDelivered"))
                        .toList());
        Object from = caseFile.read(reference, List.of("registrationDate")).get("registrationDate");
        if (from != null && delivered.contains("cprNumber")) {
            values.put("registeredFrom", from);
            values.put("municipality", caseFile.get(reference).municipality().name());
        }
        letters.send(reference, "sendSummary", values);
    }

    /** Says that the application has come, with the link to where it stands. */
    @Transactional
    public void confirm(CaseReference reference) {
        letters.send(reference, "confirmApplication", Map.of());
    }

    /** Invites to the appointment, the first or another one. */
    @Transactional
    public void invite(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of(Appointments.AT, "appointmentNote", Appointments.SEQUENCE));
        Object appointment = known.get(Appointments.AT);
        if (appointment == null) {
            throw new IllegalStateException("There is no appointment to invite to: " + reference);
        }
        boolean first = (Integer) known.getOrDefault(Appointments.SEQUENCE, 0) == 0;
        letters.send(
                reference,
                first ? "sendInvitation" : "sendNewInvitation",
                Map.of("appointment", appointment, "message", known.getOrDefault("appointmentNote", "")));
    }

    /** Asks the citizen to choose a time, and says why the one there was is none any more. */
    @Transactional
    public void offerAppointment(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of(Appointments.STATE, Appointments.NO_SHOWS));
        String step = switch (String.valueOf(known.get(Appointments.STATE))) {
            case Appointments.CANCELLED -> "confirmCancellation";
            case Appointments.NO_SHOW ->
                appointments.isStrict(known.get(Appointments.NO_SHOWS)) ? "askToCallUs" : "offerAfterNoShow";
            default -> "offerBooking";
        };
        letters.send(reference, step, Map.of());
    }

    /**
     * Reminds of the appointment, unless it is over: by mail only, since on paper it comes too late.
     */
    @Transactional
    public void remindOfAppointment(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of(Appointments.AT, "email"));
        if (!known.containsKey("email") || !appointments.isToCome(reference)) {
            return;
        }
        letters.send(reference, "sendAppointmentReminder", Map.of("appointment", known.get(Appointments.AT)));
    }

    private Map<String, Object> values(CaseReference reference, String name, String key, LocalDate due) {
        return Map.of(
                "papers",
                papers.toWriteOf(reference),
                name,
                caseFile.read(reference, List.of(key)).getOrDefault(key, ""),
                "deadline",
                due);
    }
}
