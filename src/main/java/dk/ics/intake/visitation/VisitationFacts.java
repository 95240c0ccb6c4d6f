package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.Municipalities;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the decisions need to know about a case, as codes: nothing in it tells who the citizen is. */
@Service
public class VisitationFacts {

    private static final List<String> READ = List.of(
            "birthDate",
            "plannedStay",
            "arrivalDate",
            "plannedDepartureDate",
            "holdsResidenceDocument",
            "wantsTaxCard",
            "wantsMitId");

    private final CaseFile caseFile;
    private final Municipalities municipalities;
    private final DanishCalendar calendar;

    VisitationFacts(CaseFile caseFile, Municipalities municipalities, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.municipalities = municipalities;
        this.calendar = calendar;
    }

    /**
     * Codes for the decisions.
     *
     * @param stayLength {@code upToThreeMonths}, {@code overThreeMonths} or {@code overSixMonths}; null while nobody
     *     knows
     * @param ageBand {@code under13}, {@code 13to14}, {@code 15to17} or {@code 18plus} today; null without a birth date
     */
    public record Facts(
            String category,
            String channel,
            boolean municipalityServed,
            @Nullable String stayLength,
            @Nullable String ageBand,
            boolean holdsResidenceDocument,
            boolean wantsTaxCard,
            boolean wantsMitId) {}

    @Transactional(readOnly = true)
    public Facts of(CaseReference reference) {
        return of(reference, Map.of());
    }

    /** As {@link #of(CaseReference)}, with what a form says instead of what the case file has. */
    Facts of(CaseReference reference, Map<String, Object> entered) {
        CaseFileEntry entry = caseFile.get(reference);
        Map<String, Object> known = new HashMap<>(caseFile.read(reference, READ));
        known.putAll(entered);
        return new Facts(
                entry.category(),
                entry.channel(),
                municipalities.isServed(entry.municipality()),
                stayLength(known),
                known.get("birthDate") instanceof LocalDate born ? ageBand(born) : null,
                Boolean.TRUE.equals(known.get("holdsResidenceDocument")),
                Boolean.TRUE.equals(known.get("wantsTaxCard")),
                Boolean.TRUE.equals(known.get("wantsMitId")));
    }

    /** What the citizen plans, else what the days of arrival and departure say (CPR-loven § 16). */
    private static @Nullable String stayLength(Map<String, Object> known) {
        Object planned = known.get("plannedStay");
        if (planned instanceof String code) {
            return code.equals("threeToSixMonths") ? "overThreeMonths" : code;
        }
        if (known.get("arrivalDate") instanceof LocalDate arrival
                && known.get("plannedDepartureDate") instanceof LocalDate departure) {
            if (departure.isAfter(arrival.plusMonths(6))) {
                return "overSixMonths";
            }
            return departure.isAfter(arrival.plusMonths(3)) ? "overThreeMonths" : "upToThreeMonths";
        }
        return null;
    }

    private String ageBand(LocalDate born) {
        int age = Period.between(born, calendar.today()).getYears();
        if (age < 13) {
            return "under13";
        }
        if (age < 15) {
            return "13to14";
        }
        return age < 18 ? "15to17" : "18plus";
    }
}
