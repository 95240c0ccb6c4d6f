package dk.ics.intake.identity;

import dk.ics.intake.procedure.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the control's form that stand with the control itself and not in the case file: a second control of the
 * same case opens without the answers of the first.
 */
public final class ControlAnswers {

    static final String PRESENTATION = "presentation";
    static final String PHOTO_REASON = "photoReason";
    static final String EXPLANATION = "differenceExplanation";

    private ControlAnswers() {}

    /** An answer to a requirement: {@code met}, {@code notMet} or {@code notRelevant}, then with a reason. */
    record Answer(
            Requirement requirement,
            String answer,
            @Nullable String reason) {}

    /** The keys of these fields. */
    public static Set<String> keys() {
        return Stream.concat(
                        Stream.of(PRESENTATION, PHOTO_REASON, EXPLANATION),
                        Arrays.stream(Requirement.values())
                                .flatMap(requirement -> Stream.of(requirement.answerKey(), requirement.reasonKey())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was answered, in the order of the requirements. */
    static List<Answer> of(Map<String, Object> values) {
        return Arrays.stream(Requirement.values())
                .filter(requirement -> values.get(requirement.answerKey()) != null)
                .map(requirement -> new Answer(
                        requirement,
                        Objects.toString(values.get(requirement.answerKey())),
                        "notRelevant".equals(values.get(requirement.answerKey()))
                                ? (String) values.get(requirement.reasonKey())
                                : null))
                .toList();
    }
}
