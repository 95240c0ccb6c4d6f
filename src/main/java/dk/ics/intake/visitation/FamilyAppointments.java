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

    /** The others of the family whose cases are open, each with the appointment it has. */
    Others of(CaseReference reference) {
        List<FamilyMember> others = families.othersOpen(reference);
        if (others.isEmpty()) {
            return new Others(List.of(), calendar.today());
        }
        Map<CaseReference, Map<String, Object>> known = caseFile.readAll(
                others.stream().map(member -> member.entry().reference()).toList(), KEYS);
        return new Others(
                others.stream()
                        .map(member -> new Coming(member, Optional.ofNullable((OffsetDateTime)
                                known.getOrDefault(member.entry().reference(), Map.of())
                                        .get("appointmentAt"))))
                        .toList(),
                calendar.today());
    }

    /** One of the others, and when that one comes. */
    record Coming(FamilyMember member, Optional<OffsetDateTime> at) {}

    /** All of the others as they were read on a day. */
    record Others(List<Coming> all, LocalDate today) {

        /** Adds a row for each. */
        void addTo(Facts rows) {
            all.forEach(one -> rows.add(
                    "Familie: " + one.member().relationInDanish() + ", sag "
                            + one.member().entry().reference().value(),
                    one.at().map(Facts::danish).orElse("ingen tid endnu")));
        }

        /** The first appointment that is today or later. */
        Optional<OffsetDateTime> common() {
            return all.stream()
                    .map(Coming::at)
                    .flatMap(Optional::stream)
                    .filter(at -> !at.atZoneSameInstant(DanishCalendar.COPENHAGEN)
                            .toLocalDate()
                            .isBefore(today))
                    .min(OffsetDateTime::compareTo);
        }
    }
}
