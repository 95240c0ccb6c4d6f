package dk.ics.intake.identity;

import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.CitizenGroup;
import dk.ics.intake.procedure.RequirementTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the minimum requirements of a control depend on: the citizen, the document and how it is shown. */
record ControlFacts(@Nullable String citizenGroup, @Nullable String ageBand) {

    /** What of the case file is asked. */
    static final List<String> KEYS = List.of("citizenship", "birthDate");

    private static final List<String> PRESENTATIONS = List.of("original", "photo");
    private static final List<String> DOCUMENTS = List.of("passport", "identityCard");
    private static final List<String> ISSUERS = List.of("danish", "nordic", "eu", "thirdCountry", "organisation");

    static ControlFacts of(Map<String, Object> person, LocalDate today) {
        return new ControlFacts(
                person.get("citizenship") instanceof String country
                        ? CitizenGroup.of(country).code()
                        : null,
                person.get("birthDate") instanceof LocalDate born ? ageBand(born, today) : null);
    }

    /** With the document that a form names, as it is shown. */
    RequirementTables.Facts with(Map<String, Object> values) {
        return facts(
                (String) values.get(ControlAnswers.PRESENTATION),
                (String) values.get("identityDocumentType"),
                values.get("identityDocumentState") instanceof String state ? new ZoneCountry(state).group() : null);
    }

    /** Every question that a form may come to put, by the words under which its conditions look the answer up. */
    Map<String, RequirementTables.Facts> all() {
        Map<String, RequirementTables.Facts> all = new LinkedHashMap<>();
        for (String presentation : PRESENTATIONS) {
            for (String document : DOCUMENTS) {
                for (String issuer : ISSUERS) {
                    all.put(String.join(" ", presentation, document, issuer), facts(presentation, document, issuer));
                }
            }
        }
        return all;
    }

    /** The group of each code that the form offers as issuer. */
    static Map<String, String> groups(List<Map<String, Object>> issuers) {
        Map<String, String> groups = new TreeMap<>();
        new ArrayList<>(issuers)
                .forEach(option -> groups.put(
                        String.valueOf(option.get("value")),
                        new ZoneCountry(String.valueOf(option.get("value"))).group()));
        return groups;
    }

    private RequirementTables.Facts facts(
            @Nullable String presentation, @Nullable String document, @Nullable String issuer) {
        return new RequirementTables.Facts(document, issuer, citizenGroup, ageBand, presentation);
    }

    private static String ageBand(LocalDate born, LocalDate today) {
        int age = Citizen.age(born, today);
        if (age < 13) {
            return "under13";
        }
        if (age < 15) {
            return "13to14";
        }
        return age < 18 ? "15to17" : "18plus";
    }
}
