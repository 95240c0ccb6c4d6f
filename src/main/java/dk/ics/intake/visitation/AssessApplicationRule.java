package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Visitér ansøgning«: whether the citizen is served here and may be asked to come. */
@Component
class AssessApplicationRule implements FormRule {

    private static final String OUTCOME = "assessmentOutcome";
    private static final String ACCEPTED = "accepted";
    private static final List<String> SHOWN =
            List.of("channel", "missingDocuments", "wantsTaxCard", "wantsMitId", "holdsResidenceDocument");
    /** What duplicates, proposal and papers are decided from, as far as the form lets it be corrected. */
    private static final List<String> DECIDING = List.of(
            "birthDate",
            "arrivalDate",
            "plannedDepartureDate",
            "plannedStay",
            "identityDocumentType",
            "identityDocumentState",
            "identityDocumentNumber");

    private static final Map<String, String> CHANNELS = Map.of(
            "phone", "Telefon", "mail", "E-mail", "walkIn", "Personligt fremmøde", "selfService", "Digital ansøgning");

    private final CaseFile caseFile;
    private final Documents documents;
    private final VisitationFacts facts;
    private final DanishCalendar calendar;
    private final Clock clock;

    AssessApplicationRule(
            CaseFile caseFile, Documents documents, VisitationFacts facts, DanishCalendar calendar, Clock clock) {
        this.caseFile = caseFile;
        this.documents = documents;
        this.facts = facts;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "assessApplication";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, SHOWN);
        Facts rows = new Facts()
                .add("Kommune", caseFile.get(reference).municipality().name())
                .add(
                        "Henvendelse",
                        CHANNELS.getOrDefault(known.getOrDefault("channel", "").toString(), ""))
                .add("Søger skattekort", known.get("wantsTaxCard"))
                .add("Ønsker MitID", known.get("wantsMitId"))
                .add("Har EU-opholdsdokument", known.get("holdsResidenceDocument"))
                .add("Mangler", Papers.names(known.get("missingDocuments")));
        return Map.of(
                "facts",
                rows.rows(),
                "papers",
                Papers.rows(documents.list(reference)),
                "countries",
                Choices.countries());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        List<FieldProblem> problems = new ArrayList<>(problems(submission.values(), calendar.today()));
        if (ACCEPTED.equals(submission.text(OUTCOME))) {
            CaseReference reference = submission.reference();
            NothingToStart.reason(caseFile.get(reference).municipality(), facts.of(reference, submission.values()))
                    .ifPresent(reason -> problems.add(new FieldProblem(OUTCOME, reason)));
        }
        return problems;
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        Map<String, Object> effects = new HashMap<>(Map.of(
                "assessment", submission.values().get(OUTCOME),
                "assessedBy", submission.userId(),
                "assessedAt", OffsetDateTime.now(clock)));
        if (DECIDING.stream().anyMatch(submission::changes)) {
            // Never taken back here: a correction made when papers were asked for still counts at the next assessment.
            effects.put("factsChanged", true);
        }
        return effects;
    }

    static List<FieldProblem> problems(Map<String, Object> values, LocalDate today) {
        Problems problems = PersonParticulars.plausible(values, today);
        if (ACCEPTED.equals(values.get(OUTCOME))) {
            PersonParticulars.complete(problems, values);
        }
        return problems.found();
    }
}
