package dk.ics.intake.visitation;

import dk.ics.intake.agreement.AgreedServices;
import dk.ics.intake.agreement.Agreements;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CitizenGroup;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.terms.RegistrationDates;
import dk.ics.intake.terms.StayLength;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the decisions need to know about a case, as codes: nothing in it tells who the citizen is. */
@Service
public class VisitationFacts {

    private static final List<String> READ = Stream.concat(
                    StayLength.KEYS.stream(),
                    Stream.of(
                            "birthDate",
                            "citizenship",
                            "maritalStatus",
                            "relatives",
                            "relationToApplicant",
                            "danishPersonalNumber",
                            "previouslyResident",
                            "holdsResidenceDocument",
                            "residenceIssuedOn",
                            "wantsTaxCard",
                            "wantsMitId",
                            "wantsUnemploymentBenefit",
                            "wantsGuidance"))
            .toList();

    private final CaseFile caseFile;
    private final Agreements agreements;
    private final RegistrationDates dates;
    private final DanishCalendar calendar;

    VisitationFacts(CaseFile caseFile, Agreements agreements, RegistrationDates dates, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.agreements = agreements;
        this.dates = dates;
        this.calendar = calendar;
    }

    /**
     * Codes for the decisions; null is what nobody knows.
     *
     * @param municipalityServed whether the municipality has left anything to ICS today; null while it is unknown
     * @param agreedServices codes of what it has left to ICS for this category today, with commas between them
     * @param doubtfulServices those of them that are agreed with a reservation
     * @param citizenGroup {@link CitizenGroup} of the citizenship
     * @param stayLength {@code upToThreeMonths}, {@code overThreeMonths} or {@code overSixMonths}
     * @param ageBand {@code under13}, {@code 13to14}, {@code 15to17} or {@code 18plus} today
     * @param residenceProof {@code none}, {@code valid}, {@code undated} or {@code outdated} (an EU document at most
     *     six months old)
     * @param earlierNumber {@code none}, {@code stated} (a Danish number, perhaps an administrative one) or
     *     {@code departed} (was registered as living here and has left)
     * @param civilStatus {@code single}, {@code married}, {@code divorced} or {@code widowed}: which certificate shows it
     * @param relation what the person is to the first person of the application
     * @param parentStaysBehind whether a parent is named who is not in the application
     */
    public record Facts(
            String category,
            String channel,
            @Nullable Boolean municipalityServed,
            String agreedServices,
            String doubtfulServices,
            @Nullable String citizenGroup,
            @Nullable String stayLength,
            @Nullable String ageBand,
            String residenceProof,
            String earlierNumber,
            @Nullable String civilStatus,
            @Nullable String relation,
            boolean parentStaysBehind,
            boolean wantsTaxCard,
            boolean wantsMitId,
            boolean wantsUnemploymentBenefit,
            boolean wantsGuidance) {

        /** Whether the municipality has left the service to ICS for this category today, perhaps with a reservation. */
        boolean isAgreed(String service) {
            return List.of(agreedServices.split(",")).contains(service);
        }

        /** By the names that the decision tables use. */
        public Map<String, @Nullable Object> byName() {
            Map<String, @Nullable Object> facts = new LinkedHashMap<>();
            facts.put("category", category);
            facts.put("municipalityServed", municipalityServed);
            facts.put("agreedServices", agreedServices);
            facts.put("doubtfulServices", doubtfulServices);
            facts.put("citizenGroup", citizenGroup);
            facts.put("stayLength", stayLength);
            facts.put("ageBand", ageBand);
            facts.put("residenceProof", residenceProof);
            // Cases of the first version are still decided by its tables, which ask this.
            facts.put("holdsResidenceDocument", !residenceProof.equals("none"));
            facts.put("earlierNumber", earlierNumber);
            facts.put("civilStatus", civilStatus);
            facts.put("relation", relation);
            facts.put("parentStaysBehind", parentStaysBehind);
            facts.put("wantsTaxCard", wantsTaxCard);
            facts.put("wantsMitId", wantsMitId);
            facts.put("wantsUnemploymentBenefit", wantsUnemploymentBenefit);
            facts.put("wantsGuidance", wantsGuidance);
            return facts;
        }
    }

    @Transactional(readOnly = true)
    public Facts of(CaseReference reference) {
        return of(reference, Map.of());
    }

    /** As {@link #of(CaseReference)}, with what a form says instead of what the case file has. */
    Facts of(CaseReference reference, Map<String, Object> entered) {
        CaseFileEntry entry = caseFile.get(reference);
        Map<String, Object> known = new HashMap<>(caseFile.read(reference, READ));
        known.putAll(entered);
        String category = known.getOrDefault("category", entry.category()).toString();
        return of(place(entry.municipality(), category), category, entry.channel(), known);
    }

    /**
     * What is agreed today on citizens of one category in one municipality.
     *
     * @param served whether the municipality has left anything to ICS; null while it is unknown
     */
    public record Place(@Nullable Boolean served, AgreedServices agreed) {}

    @Transactional(readOnly = true)
    public Place place(MunicipalityCode municipality, String category) {
        return new Place(served(municipality), agreements.on(calendar.today(), municipality, category));
    }

    /**
     * The same for somebody who has no case yet.
     *
     * @param known the fields of the person that are known, by key
     */
    public Facts of(Place place, String category, String channel, Map<String, Object> known) {
        AgreedServices agreed = place.agreed();
        return new Facts(
                category,
                channel,
                place.served(),
                agreed.all(),
                agreed.withReservation(),
                known.get("citizenship") instanceof String country
                        ? CitizenGroup.of(country).code()
                        : null,
                StayLength.of(known),
                known.get("birthDate") instanceof LocalDate born ? ageBand(born) : null,
                residenceProof(known),
                earlierNumber(known),
                civilStatus(known.get("maritalStatus")),
                (String) known.get("relationToApplicant"),
                parentStaysBehind(known.get("relatives")),
                Boolean.TRUE.equals(known.get("wantsTaxCard")),
                Boolean.TRUE.equals(known.get("wantsMitId")),
                Boolean.TRUE.equals(known.get("wantsUnemploymentBenefit")),
                Boolean.TRUE.equals(known.get("wantsGuidance")));
    }

    private @Nullable Boolean served(MunicipalityCode municipality) {
        return municipality.isKnown() ? agreements.isServed(calendar.today(), municipality) : null;
    }

    private String residenceProof(Map<String, Object> known) {
        if (!Boolean.TRUE.equals(known.get("holdsResidenceDocument"))) {
            return "none";
        }
        if (known.get("residenceIssuedOn") instanceof LocalDate issued) {
            return dates.isOutdated(issued) ? "outdated" : "valid";
        }
        return "undated";
    }

    private static String earlierNumber(Map<String, Object> known) {
        if (Boolean.TRUE.equals(known.get("previouslyResident"))) {
            return "departed";
        }
        return known.containsKey("danishPersonalNumber") ? "stated" : "none";
    }

    private static @Nullable String civilStatus(@Nullable Object maritalStatus) {
        if (maritalStatus == null) {
            return null;
        }
        return switch (maritalStatus.toString()) {
            case "unmarried" -> "single";
            case "registeredPartnership", "separated" -> "married";
            default -> maritalStatus.toString();
        };
    }

    /** Relatives are those who are not in the application themselves. */
    private static boolean parentStaysBehind(@Nullable Object relatives) {
        return relatives instanceof List<?> rows
                && rows.stream()
                        .anyMatch(
                                row -> row instanceof Map<?, ?> relative && "parent".equals(relative.get("relation")));
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
