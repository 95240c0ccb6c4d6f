package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the first control found, as specialists see it, and who did it. */
@Component
class FirstControl {

    static final String FOUR_EYES =
            "Du har selv udført den første kontrol. Læg opgaven tilbage, så en anden kan se på sagen.";

    private static final Map<String, String> REQUIREMENTS = requirements();
    private static final List<String> KEYS = List.of(
            "controlledAt", "doubtReason", "controlNote", "identityDocumentNumber", "identityDocumentExpiry", "mrz");

    private final CaseFile caseFile;
    private final Citizen citizen;

    FirstControl(CaseFile caseFile, Citizen citizen) {
        this.caseFile = caseFile;
        this.citizen = citizen;
    }

    Facts facts(CaseReference reference) {
        Map<String, Object> known = caseFile.read(
                reference,
                Stream.concat(KEYS.stream(), REQUIREMENTS.keySet().stream()).toList());
        Facts facts = citizen.facts(reference)
                .add("Kontrolleret", known.get("controlledAt"))
                .add("Tvivlen", known.get("doubtReason"))
                .add("Bemærkning", known.get("controlNote"))
                .add("Maskinlæsbare linjer", known.get("mrz"));
        REQUIREMENTS.forEach((key, label) -> facts.add(label, "notMet".equals(known.get(key)) ? "Ikke opfyldt" : null));
        return facts;
    }

    /** Whether the user did the first control; nobody looks twice at the own work. */
    boolean wasDoneBy(CaseReference reference, String userId) {
        return userId.equals(caseFile.read(reference, List.of("controlledBy")).get("controlledBy"));
    }

    private static Map<String, String> requirements() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("personPresent", "Mødt personligt");
        labels.put("originalPresented", "Original forevist");
        labels.put("documentGenuine", "Dokumentets ægthed");
        labels.put("photoMatches", "Billedet");
        labels.put("detailsMatch", "Oplysningerne");
        labels.put("documentLegible", "Læsbarhed");
        return labels;
    }
}
