package dk.ics.intake.visitation;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** »Registrér modtagne papirer«: each row becomes a document of the case. */
@Component
class ReceiveDocumentsRule implements FormRule {

    private static final String LIST = "receivedPapers";

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final Documents documents;
    private final DanishCalendar calendar;

    ReceiveDocumentsRule(CaseFile caseFile, Citizen citizen, Documents documents, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.documents = documents;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "receiveDocuments";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Object missing = caseFile.read(reference, List.of("missingDocuments")).get("missingDocuments");
        return Map.of(
                "facts",
                citizen.facts(reference).add("Mangler", Papers.names(missing)).rows());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        List<Map<String, Object>> rows = rows(submission.values());
        LocalDate today = calendar.today();
        return new Problems(submission.values())
                .when(rows.stream().anyMatch(row -> type(row).isEmpty()), LIST, "Vælg for hvert papir, hvad det er.")
                .when(
                        rows.stream().anyMatch(row -> receivedOn(row, today).isAfter(today)),
                        LIST,
                        "Et papir kan ikke være modtaget i fremtiden.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        LocalDate today = calendar.today();
        Act act = new Act(formId(), submission.userId(), null);
        rows(submission.values())
                .forEach(row -> documents.record(
                        submission.reference(),
                        type(row).orElseThrow(),
                        receivedOn(row, today),
                        Boolean.TRUE.equals(row.get("seenInOriginal")),
                        act));
        // The papers are documents now; the list starts empty when the task comes again.
        return Map.of(LIST, List.of());
    }

    private static Optional<String> type(Map<String, Object> row) {
        return Optional.ofNullable(row.get("type"))
                .map(Object::toString)
                .filter(code -> DocumentType.find(code).isPresent());
    }

    private static LocalDate receivedOn(Map<String, Object> row, LocalDate today) {
        return row.get("receivedOn") instanceof String text && !text.isEmpty() ? LocalDate.parse(text) : today;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> values) {
        return (List<Map<String, Object>>) values.getOrDefault(LIST, List.of());
    }
}
