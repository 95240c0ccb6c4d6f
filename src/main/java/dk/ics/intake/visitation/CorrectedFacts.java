package dk.ics.intake.visitation;

import dk.ics.intake.casefile.FormSubmission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What duplicates, proposal and papers are decided from, as far as the assessment lets it be corrected. */
final class CorrectedFacts {

    private static final Map<String, String> DECIDING = deciding();

    private CorrectedFacts() {}

    /** Danish names of what was corrected, with commas between them; empty if nothing was. */
    static String of(FormSubmission submission) {
        return DECIDING.entrySet().stream()
                .filter(field -> submission.changes(field.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> deciding() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("category", "kategori");
        names.put("birthDate", "fødselsdato");
        names.put("citizenship", "statsborgerskab");
        names.put("identityDocumentType", "dokumentets art");
        names.put("identityDocumentState", "dokumentets udstedende land");
        names.put("identityDocumentNumber", "dokumentets nummer");
        names.put("danishPersonalNumber", "dansk personnummer");
        names.put("arrivalDate", "indrejse");
        names.put("plannedStay", "opholdets længde");
        names.put("plannedDepartureDate", "forventet udrejse");
        names.put("housingFrom", "råder over boligen fra");
        names.put("previousCountry", "land, borgeren flytter fra");
        names.put("maritalStatus", "civilstand");
        names.put("relatives", "familie uden for anmeldelsen");
        names.put("relationToApplicant", "slægtskab med ansøgeren");
        names.put("residenceIssuedOn", "opholdsdokumentets dato");
        return names;
    }
}
