package dk.ics.intake.visitation;

import dk.ics.intake.application.Families;
import dk.ics.intake.application.FamilyMember;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * When the others of a family come: everybody has to turn up, children too (CPR-loven § 21 stk. 2), and one appointment
 * for all spares them the way. Each case keeps its own appointment; the others' is what its form suggests.
 */
@Component
class FamilyAppointments {

    private static final List<String> KEYS = List.of("appointmentAt");

    private final Families families;
    private final CaseFile caseFile;
    private final DanishCalendar calendar;

    FamilyAppointments(Families families, CaseFile caseFile, DanishCalendar calendar) {
        this.families = families;
        this.caseFile = caseFile;
        this.calendar = calendar;
    }

    /** Adds a row for each of the others whose case is open. */
    void addTo(Facts rows, CaseReference reference) {
        for (FamilyMember member : families.othersOpen(reference)) {
            rows.add(
                    "Familie: " + member.relationInDanish() + ", sag "
                            + member.entry().reference().value(),
                    appointment(member).map(Facts::danish).orElse("ingen tid endnu"));
        }
    }

    /** The first appointment of the others that is today or later. */
    Optional<OffsetDateTime> common(CaseReference reference) {
        LocalDate today = calendar.today();
        return families.othersOpen(reference).stream()
                .map(this::appointment)
                .flatMap(Optional::stream)
                .filter(at -> !at.atZoneSameInstant(DanishCalendar.COPENHAGEN)
                        .toLocalDate()
                        .isBefore(today))
                .min(OffsetDateTime::compareTo);
    }

    private Optional<OffsetDateTime> appointment(FamilyMember member) {
        Map<String, Object> known = caseFile.read(member.entry().reference(), KEYS);
        return Optional.ofNullable((OffsetDateTime) known.get("appointmentAt"));
    }
}
