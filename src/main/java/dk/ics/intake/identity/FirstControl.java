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
    private static final String NOT_MET = "Ikke opfyldt";
    private static final Map<String, String> DIFFERENCES = Map.of(
            "familyName", "efternavn",
            "givenNames", "fornavne",
            "birthDate", "fødselsdato",
            "sex", "køn",
            "citizenship", "statsborgerskab",
            "identityDocumentNumber", "dokumentets nummer",
            "identityDocumentState", "udstedende land",
            "identityDocumentExpiry", "udløbsdato");
    private static final List<String> KEYS = List.of(
            "controlledAt", "doubtReason", "controlNote", "identityDocumentNumber", "identityDocumentExpiry", "mrz");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final Controls controls;

    FirstControl(CaseFile caseFile, Citizen citizen, Controls controls) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.controls = controls;
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
        controls.find(reference, caseFile.read(reference, List.of("controlNo")).get("controlNo"))
                .ifPresentOrElse(
                        made -> add(facts, reference, made),
                        () -> REQUIREMENTS.forEach(
                                (key, label) -> facts.add(label, "notMet".equals(known.get(key)) ? NOT_MET : null)));
        return facts;
    }

    private void add(Facts facts, CaseReference reference, Controls.Made made) {
        facts.add("Forevist som", "photo".equals(made.presentation()) ? "Foto – " + made.photoReason() : null);
        for (ControlAnswers.Answer answer : controls.answers(reference, made.number())) {
            String label = answer.requirement().label();
            switch (answer.answer()) {
                case "notMet" -> facts.add(label, NOT_MET);
                case "notRelevant" -> facts.add(label, "Ikke relevant – " + answer.reason());
                default -> {}
            }
        }
        controls.differences(reference, made.number())
                .forEach(difference -> facts.add(
                        "Forskel: " + fieldName(difference.get(0)),
                        "»%s« i dokumentet, »%s« i ansøgningen".formatted(difference.get(1), difference.get(2))));
        facts.add("Forklaring på forskelle", made.explanation());
    }

    /** What people call a field that may differ. */
    static String fieldName(String key) {
        return DIFFERENCES.getOrDefault(key, key);
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
