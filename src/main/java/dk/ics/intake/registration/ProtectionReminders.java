package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Protection;
import dk.ics.intake.letter.Letters;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds citizens that the protection of their name and address lapses: 30 days before, as municipalities do (rksk.dk). */
@Service
public class ProtectionReminders {

    private final Protection protection;
    private final Letters letters;
    private final DanishCalendar calendar;
    private final int daysBefore;

    ProtectionReminders(
            Protection protection,
            Letters letters,
            DanishCalendar calendar,
            @Value("${ics.address-protection.reminder-days:30}") int daysBefore) {
        this.protection = protection;
        this.letters = letters;
        this.calendar = calendar;
        this.daysBefore = daysBefore;
    }

    /** The day of the reminder; none without a protection that lapses. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> day(CaseReference reference) {
        return protection.lastDay(reference).map(last -> last.minusDays(daysBefore));
    }

    /** {@code soon} if it is time to remind, {@code later} if it will be, {@code no} if nothing lapses. */
    @Transactional(readOnly = true)
    public String watch(CaseReference reference) {
        return day(reference)
                .map(day -> day.isAfter(calendar.today()) ? "later" : "soon")
                .orElse("no");
    }

    /** Writes to the citizen. A protection that has been given up meanwhile needs no reminder. */
    @Transactional
    public void remind(CaseReference reference) {
        protection
                .lastDay(reference)
                .ifPresent(last -> letters.send(reference, "sendProtectionReminder", Map.of("lastDay", last)));
    }
}
