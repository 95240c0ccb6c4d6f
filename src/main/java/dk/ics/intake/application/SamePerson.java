package dk.ics.intake.application;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the person who stands twice in one application. */
final class SamePerson {

    private SamePerson() {}

    /** Two persons are the same if they show the same document, or share names and date of birth. */
    static void refuse(List<SubmittedPerson> persons, Problems problems) {
        Set<List<String>> documents = new HashSet<>();
        Set<List<String>> names = new HashSet<>();
        for (int i = 0; i < persons.size(); i++) {
            Map<String, Object> values = persons.get(i).values();
            String path = "persons[" + i + "].";
            if (!documents.add(
                    List.of(part(values, "identityDocumentState"), part(values, "identityDocumentNumber")))) {
                problems.add(path + "identityDocumentNumber", "person.document");
            }
            if (!names.add(
                    List.of(part(values, "familyName"), part(values, "givenNames"), part(values, "birthDate")))) {
                problems.add(path + "familyName", "person.name");
            }
        }
    }

    private static String part(Map<String, Object> values, String key) {
        return values.getOrDefault(key, "").toString().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
