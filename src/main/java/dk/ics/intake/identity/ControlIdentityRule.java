package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.procedure.Procedure;
import dk.ics.intake.procedure.Procedures;
import dk.ics.intake.procedure.Requirement;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * »Kontrollér identitet«: the first control (folkeregistreringsbekendtgørelsen § 1 stk. 5-7). It follows the procedure in
 * force on its day; the form asks for what the procedure's decision names, and the decision is asked again when it is
 * sent.
 */
@Component
class ControlIdentityRule implements FormRule {

    private static final List<String> DOCUMENT = List.of(
            "identityDocumentType", "identityDocumentState", "identityDocumentNumber", "identityDocumentExpiry");
    private static final List<String> SCANNED = Stream.concat(
                    DOCUMENT.stream(),
                    Stream.of(
                            "familyName",
                            "givenNames",
                            "birthDate",
                            "citizenship",
                            "sex",
                            "birthPlace",
                            "mrz",
                            StatedZone.KEY))
            .toList();

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final SimulatedScanner scanner;
    private final ZoneReading zone;
    private final OtherCases others;
    private final Procedures procedures;
    private final ControlRecord controls;
    private final DanishCalendar calendar;

    ControlIdentityRule(
            CaseFile caseFile,
            Citizen citizen,
            SimulatedScanner scanner,
            ZoneReading zone,
            OtherCases others,
            Procedures procedures,
            ControlRecord controls,
            DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.scanner = scanner;
        this.zone = zone;
        this.others = others;
        this.procedures = procedures;
        this.controls = controls;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "controlIdentity";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> person = caseFile.read(reference, SCANNED);
        Procedure procedure = procedures.inForce();
        List<Map<String, Object>> issuers = Issuers.options(zone.takesSpecimens());
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "facts",
                citizen.facts(reference)
                        .add("Fødested", person.get("birthPlace"))
                        .add("Maskinlæsbare linjer, som borgeren har oplyst", StatedZone.inWords(person))
                        .add("Forretningsgang", procedure.version() + " – " + procedure.title())
                        .rows());
        shown.put("otherCases", others.rows(reference));
        // The one is for forms of older versions, which offer countries only.
        shown.put("countries", Choices.countries());
        shown.put("issuers", issuers);
        shown.put("issuingGroups", ControlFacts.groups(issuers));
        shown.put("asked", asked(procedure, ControlFacts.of(person, calendar.today())));
        scanner.read(person).ifPresent(read -> {
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
        Map<String, Object> person = person(submission);
        Map<String, Object> values = submission.values();
        LocalDate born = (LocalDate) person.get("birthDate");
        return FormerControl.isIn(values)
                ? FormerControl.problems(values, born, calendar.today())
                : ControlRules.problems(
                        values,
                        procedures.requirements(
                                procedures.inForce(),
                                ControlFacts.of(person, calendar.today()).with(values)),
                        read(submission),
                        born,
                        calendar.today());
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return accept(formId(), submission);
    }

    /** Keeps the control that was made with this form. */
    Map<String, Object> accept(String formId, FormSubmission submission) {
        boolean former = FormerControl.isIn(submission.values());
        return controls.keep(
                formId,
                submission,
                former ? procedures.beforeDecisions() : procedures.inForce(),
                ControlFacts.of(person(submission), calendar.today()).with(submission.values()),
                read(submission));
    }

    private Map<String, List<String>> asked(Procedure procedure, ControlFacts facts) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        facts.all()
                .forEach((words, question) -> asked.put(
                        words,
                        procedures.requirements(procedure, question).stream()
                                .map(Requirement::code)
                                .toList()));
        return asked;
    }

    private Map<String, Object> person(FormSubmission submission) {
        return caseFile.read(submission.reference(), ControlFacts.KEYS);
    }

    private ZoneReading.@Nullable Read read(FormSubmission submission) {
        String text = submission.text("mrz");
        return text == null ? null : zone.read(submission.reference(), text);
    }
}
