package dk.ics.intake.search;

import dk.ics.intake.casefile.FieldProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is looked for: at least one value, each of the form its criterion has. */
final class Criteria {

    private final Map<Criterion, Object> values = new EnumMap<>(Criterion.class);
    private final List<FieldProblem> problems = new ArrayList<>();

    /** @param entered texts by the keys of {@link Criterion}; an empty text is no criterion */
    Criteria(Map<String, String> entered) {
        entered.forEach((key, text) -> {
            String stripped = text.strip();
            if (!stripped.isEmpty()) {
                Criterion criterion =
                        Criterion.of(key).orElseThrow(() -> new IllegalArgumentException("There is no such criterion"));
                criterion
                        .value(stripped)
                        .ifPresentOrElse(
                                value -> values.put(criterion, value),
                                () -> problems.add(new FieldProblem(key, criterion.sentence())));
            }
        });
    }

    /** A sentence for each field that cannot be looked for as it is. */
    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    Map<Criterion, Object> values() {
        return values;
    }

    /** The kinds of what is looked for, for the log. */
    List<String> kinds() {
        return values.keySet().stream().map(Criterion::key).toList();
    }

    /** Masked: the values are a person's. */
    @Override
    public String toString() {
        return "Criteria" + kinds();
    }
}
