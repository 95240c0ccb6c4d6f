package dk.ics.intake.identity;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.identity.ControlAnswers.Answer;
import dk.ics.intake.procedure.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a first control must hold: an answer to each requirement and to none else, and for an approval each of them met,
 * a valid document, a zone that agrees with it, and an explanation for what differs from the application.
 */
final class ControlRules {

    private static final String UNANSWERED =
            "Besvar kravet. Vises det ikke, så genindlæs opgaven: forretningsgangen er ændret.";
    private static final String NOT_ASKED = "Kravet gælder ikke for denne kontrol. Genindlæs opgaven.";
    private static final String WITHOUT_REASON = "Skriv, hvorfor kravet ikke er relevant.";
    private static final String NOT_MET = "Identiteten kan ikke godkendes, når kravet ikke er opfyldt.";
    private static final String ALWAYS_RELEVANT =
            "Identiteten kan ikke godkendes uden dette krav. Er det ikke opfyldt, så vælg tvivl.";

    private final Map<String, Object> values;
    private final List<Requirement> asked;
    private final Problems problems;

    private ControlRules(Map<String, Object> values, List<Requirement> asked) {
        this.values = values;
        this.asked = asked;
        this.problems = new Problems(values);
    }

    /**
     * @param read what the zone says, or null where it was not read
     * @param born the citizen's birth date in the case file
     */
    static List<FieldProblem> problems(
            Map<String, Object> values,
            List<Requirement> asked,
            ZoneReading.@Nullable Read read,
            @Nullable LocalDate born,
            LocalDate today) {
        ControlRules rules = new ControlRules(values, asked);
        rules.everyRequirementAnswered();
        if ("approved".equals(values.get("identityOutcome"))) {
            rules.approval(read, born, today);
        }
        return rules.problems.found();
    }

    private void everyRequirementAnswered() {
        List<Requirement> answered = new ArrayList<>();
        for (Answer answer : ControlAnswers.of(values)) {
            Requirement requirement = answer.requirement();
            answered.add(requirement);
            problems.when(!asked.contains(requirement), requirement.answerKey(), NOT_ASKED)
                    .when(
                            answer.answer().equals("notRelevant")
                                    && (answer.reason() == null
                                            || answer.reason().isBlank()),
                            requirement.reasonKey(),
                            WITHOUT_REASON);
        }
        asked.forEach(
                requirement -> problems.when(!answered.contains(requirement), requirement.answerKey(), UNANSWERED));
    }

    private void approval(ZoneReading.@Nullable Read read, @Nullable LocalDate born, LocalDate today) {
        for (Answer answer : ControlAnswers.of(values)) {
            Requirement requirement = answer.requirement();
            problems.when(answer.answer().equals("notMet"), requirement.answerKey(), NOT_MET)
                    .when(
                            answer.answer().equals("notRelevant") && requirement.isAlwaysRelevant(),
                            requirement.answerKey(),
                            ALWAYS_RELEVANT);
        }
        problems.when(
                MinimumRequirements.expired(values.get("identityDocumentExpiry"), today),
                "identityDocumentExpiry",
                MinimumRequirements.EXPIRED);
        ZoneRules.add(problems, values, born);
        if (read != null) {
            problems.when(!read.problems().isEmpty(), "mrz", String.join(" ", read.problems()));
            explained(read.differences());
        }
    }

    /** The differences stand side by side in the refusal, which goes to the one who has the document in hand. */
    private void explained(List<ZoneLine> differences) {
        boolean explained = values.get(ControlAnswers.EXPLANATION) instanceof String text && !text.isBlank();
        problems.when(
                !differences.isEmpty() && !explained,
                ControlAnswers.EXPLANATION,
                "Forklar, hvad der er forskelligt: %s."
                        .formatted(differences.stream()
                                .map(difference -> "%s er »%s« i dokumentet og »%s« i ansøgningen"
                                        .formatted(difference.label(), difference.zone(), difference.application()))
                                .collect(Collectors.joining("; "))));
    }
}
