package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Protection of name and address, asked for when a citizen moves in: from private persons, for one year unless renewed.
 * Special protection is given through the police (CPR-loven § 6) and lasts until they say otherwise.
 */
@Component
class AddressProtection {

    private static final int YEARS = 1;

    private final Deadlines deadlines;
    private final DanishCalendar calendar;

    AddressProtection(Deadlines deadlines, DanishCalendar calendar) {
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    /** What the case file keeps of the answer; the day it lapses is a deadline of the case. */
    Map<String, Object> effects(CaseReference reference, @Nullable Object answer) {
        LocalDate today = calendar.today();
        if ("nameAndAddress".equals(answer)) {
            LocalDate until = today.plusYears(YEARS);
            deadlines.set(reference, "addressProtection", until);
            return Map.of("addressProtectionFrom", today, "addressProtectionUntil", until);
        }
        return "special".equals(answer) ? Map.of("addressProtectionFrom", today) : Map.of();
    }
}
