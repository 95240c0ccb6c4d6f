package dk.ics.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.casefile.CprNumber;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one person of an application, and checks what takes more than one field. */
final class PersonReader {

    private static final Set<String> KEYS = ObjectReading.keys(ApplicationField.OF_PERSON, ApplicationField.DOCUMENTS);

    private final DocumentReader documents;

    PersonReader(DocumentReader documents) {
        this.documents = documents;
    }

    /** The person; empty if there were problems. */
    Optional<SubmittedPerson> read(JsonNode node, String path, LocalDate today, Problems problems) {
        if (!node.isObject()) {
            problems.add(path, "object");
            return Optional.empty();
        }
        ObjectReading.refuseUnknown(node, KEYS, path, problems);
        Map<String, Object> values = ObjectReading.read(node, ApplicationField.OF_PERSON, path, today, problems);
        List<SubmittedDocument> read = documents.read(
                node.path(ApplicationField.DOCUMENTS), path + "." + ApplicationField.DOCUMENTS, problems);
        refuseBefore(values, "birthDate", "arrivalDate", path, problems);
        refuseBefore(values, "birthDate", "maritalStatusDate", path, problems);
        refuseBefore(values, "arrivalDate", "plannedDepartureDate", path, problems);
        readCprNumber(values, path, problems);
        if (problems.isEmpty()
                && values.remove(ApplicationField.MUNICIPALITY) instanceof String municipality
                && values.remove(ApplicationField.CATEGORY) instanceof String category) {
            return Optional.of(new SubmittedPerson(new MunicipalityCode(municipality), category, values, read));
        }
        return Optional.empty();
    }

    private static void refuseBefore(
            Map<String, Object> values, String first, String second, String path, Problems problems) {
        if (values.get(first) instanceof LocalDate from
                && values.get(second) instanceof LocalDate to
                && to.isBefore(from)) {
            problems.add(path + "." + second, "date.before." + first);
        }
    }

    /** A real number or a replacement number; that it fits the date of birth is for the caseworker to judge. */
    private static void readCprNumber(Map<String, Object> values, String path, Problems problems) {
        if (values.get("danishPersonalNumber") instanceof String text) {
            try {
                values.put("danishPersonalNumber", CprNumber.parse(text).value());
            } catch (IllegalArgumentException noDate) {
                problems.add(path + ".danishPersonalNumber", "text.cpr");
            }
        }
    }
}
