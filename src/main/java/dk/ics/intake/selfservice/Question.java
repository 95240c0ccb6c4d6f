package dk.ics.intake.selfservice;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A question, whom it concerns, and what follows for the others.
 *
 * @param fields the fields of its page; they may depend on what is known
 * @param required those that have to be answered
 */
record Question(
        String id,
        Function<Situation, List<String>> fields,
        Set<String> required,
        Predicate<Situation> concerns,
        Consumer<Situation> otherwise) {

    /** Everybody is asked, and every field has to be answered. */
    static Question of(String id, String... fields) {
        return new Question(id, person -> List.of(fields), Set.of(fields), person -> true, person -> {});
    }

    Question requiring(String... some) {
        return new Question(id, fields, Set.of(some), concerns, otherwise);
    }

    Question with(Function<Situation, List<String>> others) {
        return new Question(id, others, Set.of(), concerns, otherwise);
    }

    Question when(Predicate<Situation> concerned) {
        return new Question(id, fields, required, concerned, otherwise);
    }

    Question otherwise(Consumer<Situation> follows) {
        return new Question(id, fields, required, concerns, follows);
    }

    Asked to(Situation person) {
        return new Asked(id, fields.apply(person), required, id.equals("category") ? person.categories() : List.of());
    }
}
