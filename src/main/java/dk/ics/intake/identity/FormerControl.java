package dk.ics.intake.identity;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.procedure.Requirement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A control sent with the form of before there was a decision: cases of that time keep their form, which asks for six
 * fixed requirements, met or not.
 */
final class FormerControl {

    private FormerControl() {}

    /** Whether it was: no other form has these fields, and that one requires them. */
    static boolean isIn(Map<String, Object> values) {
        return Requirement.FIXED.stream().anyMatch(requirement -> values.containsKey(requirement.code()));
    }

    static List<FieldProblem> problems(Map<String, Object> values, @Nullable LocalDate born, LocalDate today) {
        if (!"approved".equals(values.get("identityOutcome"))) {
            return new Problems(values)
                    .missing(MinimumRequirements.FIRST, "Besvar kravet.")
                    .found();
        }
        Problems problems = MinimumRequirements.againstApproval(values, MinimumRequirements.FIRST, today);
        ZoneRules.add(problems, values, born);
        return problems.found();
    }

    static List<ControlAnswers.Answer> answers(Map<String, Object> values) {
        return Requirement.FIXED.stream()
                .map(requirement ->
                        new ControlAnswers.Answer(requirement, Objects.toString(values.get(requirement.code())), null))
                .toList();
    }
}
