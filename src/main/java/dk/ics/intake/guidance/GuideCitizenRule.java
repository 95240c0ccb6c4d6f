package dk.ics.intake.guidance;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Vejled borger«: what about, when and how (forvaltningsloven § 7). */
@Component
class GuideCitizenRule implements FormRule {

    private static final List<String> TOPICS = List.of(
            "topicLabourRights", "topicJobSearch", "topicUnemploymentFund", "topicUnions", "topicSkills", "topicOther");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final DanishCalendar calendar;
    private final Clock clock;

    GuideCitizenRule(CaseFile caseFile, Citizen citizen, DanishCalendar calendar, Clock clock) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "guideCitizen";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("employer", "jobStart", "email", "phone", "arrivalDate"));
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Indrejse", known.get("arrivalDate"))
                        .add("Arbejdsgiver", known.get("employer"))
                        .add("Første arbejdsdag", known.get("jobStart"))
                        .add("E-mail", known.get("email"))
                        .add("Telefon", known.get("phone"))
                        .rows());
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values(), calendar.today());
    }

    static List<FieldProblem> problems(Map<String, Object> values, LocalDate today) {
        Problems problems = new Problems(values);
        if (!"given".equals(values.get("guidanceOutcome"))) {
            return problems.found();
        }
        return problems.when(
                        TOPICS.stream().noneMatch(topic -> Boolean.TRUE.equals(values.get(topic))),
                        "topicLabourRights",
                        "Sæt kryds ved mindst ét emne, der er vejledt om.")
                .when(
                        values.get("guidanceGivenOn") instanceof LocalDate given && given.isAfter(today),
                        "guidanceGivenOn",
                        "Vejledningen kan ikke være givet i fremtiden.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return Map.of(
                "guidanceDecision", submission.values().get("guidanceOutcome"),
                "guidanceBy", submission.userId(),
                "guidanceRecordedAt", OffsetDateTime.now(clock));
    }
}
