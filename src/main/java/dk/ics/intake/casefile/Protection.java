package dk.ics.intake.casefile;

import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether somebody's address is protected: for a year from when the citizen asked unless renewed, and after special
 * protection through the police (CPR-loven § 6) until further notice. It lasts through its last day.
 */
@Service
public class Protection {

    private final CaseFile caseFile;
    private final JdbcClient jdbc;
    private final Clock clock;

    Protection(CaseFile caseFile, JdbcClient jdbc, Clock clock) {
        this.caseFile = caseFile;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether the address of this case is protected today: the citizen's own protection, or that of somebody of the same
     * application at the same address, since it covers own children there and would be worth nothing if a spouse's case
     * gave it away.
     */
    @Transactional(readOnly = true)
    public boolean holds(CaseReference reference) {
        return jdbc.sql("""
                        select exists (
                          select from ics.address_protection p
                          where p.case_reference = :reference and p.address_protection <> 'none'
                            and (p.address_protection_until is null or p.address_protection_until >= :today)
                          union all
                          select from ics.application_case mine
                          join ics.application_case other using (application_id)
                          join ics.address_protection p on p.case_reference = other.case_reference
                          join ics.person me on me.case_reference = mine.case_reference
                          join ics.person them on them.case_reference = other.case_reference
                          where mine.case_reference = :reference and p.address_protection <> 'none'
                            and (p.address_protection_until is null or p.address_protection_until >= :today)
                            and lower(me.address_line) = lower(them.address_line)
                            and me.postal_code is not distinct from them.postal_code)
                        """)
                .param("reference", reference.value())
                .param("today", today())
                .query(Boolean.class)
                .single();
    }

    /** The last day of the citizen's own protection, if it holds and has one. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDay(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of("addressProtection", "addressProtectionUntil"));
        return "nameAndAddress".equals(known.get("addressProtection"))
                        && known.get("addressProtectionUntil") instanceof LocalDate until
                        && !until.isBefore(today())
                ? Optional.of(until)
                : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DanishCalendar.COPENHAGEN);
    }
}
