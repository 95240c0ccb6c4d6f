package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CountryCode;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.ShownAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** »Afklar dublet«: shows the other open cases with the same identity document beside this one. */
@Component
class ResolveDuplicateRule implements FormRule {

    private static final Map<String, String> COMPARED = compared();
    private static final Set<String> COUNTRIES = Set.of("citizenship", "identityDocumentState");

    private final CaseFile caseFile;
    private final ShownAddress address;

    ResolveDuplicateRule(CaseFile caseFile, ShownAddress address) {
        this.caseFile = caseFile;
        this.address = address;
    }

    @Override
    public String formId() {
        return "resolveDuplicate";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> here = masked(reference, caseFile.read(reference, COMPARED.keySet()));
        List<Map<String, String>> rows = caseFile.otherOpenCasesWithSameIdentityDocument(reference).stream()
                .flatMap(other -> compare(
                        reference,
                        here,
                        other.entry().reference(),
                        masked(other.entry().reference(), other.person())))
                .toList();
        return Map.of("duplicateComparison", rows);
    }

    private static Map<String, String> row(String label, String thisCase, String otherCase) {
        return Map.of("label", label, "thisCase", thisCase, "otherCase", otherCase);
    }

    private static Stream<Map<String, String>> compare(
            CaseReference one, Map<String, Object> here, CaseReference other, Map<String, Object> there) {
        return Stream.concat(
                Stream.of(row("Sag", one.value(), other.value())),
                COMPARED.entrySet().stream()
                        .map(field ->
                                row(field.getValue(), shown(field.getKey(), here), shown(field.getKey(), there))));
    }

    private Map<String, Object> masked(CaseReference reference, Map<String, Object> person) {
        Map<String, Object> shown = new LinkedHashMap<>(person);
        address.hidden(reference, COMPARED.keySet()).forEach(key -> shown.replace(key, ShownAddress.MASK));
        return shown;
    }

    private static String shown(String key, Map<String, Object> person) {
        Object value = person.get(key);
        if (value == null) {
            return "–";
        }
        String text = Facts.danish(value);
        return COUNTRIES.contains(key) && CountryCode.isValid(text) ? new CountryCode(text).danishName() : text;
    }

    private static Map<String, String> compared() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("familyName", "Efternavn");
        labels.put("givenNames", "Fornavn");
        labels.put("birthDate", "Fødselsdato");
        labels.put("birthPlace", "Fødested");
        labels.put("citizenship", "Statsborgerskab");
        labels.put("identityDocumentState", "Dokumentets udstedende land");
        labels.put("identityDocumentNumber", "Dokumentets nummer");
        labels.put("identityDocumentExpiry", "Dokumentets udløbsdato");
        labels.put("addressLine", "Adresse i Danmark");
        labels.put("previousAddress", "Sidste adresse i udlandet");
        labels.put("email", "E-mail");
        labels.put("phone", "Telefon");
        labels.put("arrivalDate", "Indrejse");
        return labels;
    }
}
