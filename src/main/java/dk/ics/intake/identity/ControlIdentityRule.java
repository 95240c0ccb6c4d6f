package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * »Kontrollér identitet«: the first control (folkeregistreringsbekendtgørelsen § 1 stk. 5 and 7). No approval with an
 * unmet minimum requirement, an expired document, or a machine readable zone that disagrees.
 */
@Component
class ControlIdentityRule implements FormRule {

    private static final List<String> DOCUMENT = List.of(
            "identityDocumentType", "identityDocumentState", "identityDocumentNumber", "identityDocumentExpiry");
    private static final List<String> SCANNED = Stream.concat(
                    DOCUMENT.stream(),
                    Stream.of("familyName", "givenNames", "birthDate", "citizenship", "sex", "birthPlace", "mrz"))
            .toList();

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final OriginalSeen original;
    private final SimulatedScanner scanner;
    private final IdentityProperties properties;
    private final DanishCalendar calendar;
    private final Clock clock;

    ControlIdentityRule(
            CaseFile caseFile,
            Citizen citizen,
            OriginalSeen original,
            SimulatedScanner scanner,
            IdentityProperties properties,
            DanishCalendar calendar,
            Clock clock) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.original = original;
        this.scanner = scanner;
        this.properties = properties;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "controlIdentity";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> person = caseFile.read(reference, SCANNED);
        Optional<String> lines = scanner.read(person);
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "facts",
                citizen.facts(reference)
                        .add("Fødested", person.get("birthPlace"))
                        .rows());
        shown.put("countries", Choices.countries());
        lines.ifPresent(read -> {
            shown.put("mrzReading", "read");
            shown.put("mrz", read);
        });
        shown.put(
                "identityOutcomes",
                Choices.expecting(
                        !MinimumRequirements.expired(person.get("identityDocumentExpiry"), calendar.today()),
                        Choices.option("approved", "Identiteten er godkendt"),
                        Choices.option("doubt", "Tvivl – send til specialist")));
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Object born =
                caseFile.read(submission.reference(), List.of("birthDate")).get("birthDate");
        return problems(submission.values(), (LocalDate) born, calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, @Nullable LocalDate born, LocalDate today) {
        if (!"approved".equals(values.get("identityOutcome"))) {
            return List.of();
        }
        Problems problems = MinimumRequirements.againstApproval(values, MinimumRequirements.FIRST, today)
                .when(
                        "passport".equals(values.get("identityDocumentType"))
                                && "none".equals(values.get("mrzReading")),
                        "mrzReading",
                        "Et pas har altid maskinlæsbare linjer. Læs dem, eller vælg tvivl.");
        if (values.get("mrz") instanceof String text) {
            ReadZone.check(problems, text, values, born);
        }
        return problems.found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        Map<String, Object> values = submission.values();
        if ("met".equals(values.get("originalPresented"))) {
            original.record(submission, formId());
        }
        return Map.of(
                "controlResult", values.get("identityOutcome"),
                "controlledBy", submission.userId(),
                "controlledAt", OffsetDateTime.now(clock),
                "procedureVersion", properties.procedureVersion());
    }
}
