package dk.ics.intake.application;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with an application: at most one refusal a field path, in the order of reading. */
public final class Problems {

    /** More would help nobody, and the sender decides how many there are. */
    private static final int MOST = 100;

    private final Map<String, Refusal> refusals = new LinkedHashMap<>();

    /**
     * Why a field is refused.
     *
     * @param code key of the sentence in {@code refusals.properties}
     * @param arguments limits to put into the sentence, never values
     */
    public record Refusal(String code, List<Object> arguments) {}

    /** One problem, for what is refused before an application is read. */
    public static Problems of(String path, String code, Object... arguments) {
        Problems problems = new Problems();
        problems.add(path, code, arguments);
        return problems;
    }

    /**
     * @param path where, for example {@code persons[0].birthDate}
     * @param code key of the sentence in {@code refusals.properties}
     * @param arguments limits to put into the sentence, never values
     */
    void add(String path, String code, Object... arguments) {
        add(path, new Refusal(code, List.of(arguments)));
    }

    void add(String path, Refusal refusal) {
        if (refusals.size() < MOST) {
            refusals.putIfAbsent(path, refusal);
        }
    }

    boolean has(String path) {
        return refusals.containsKey(path);
    }

    public boolean isEmpty() {
        return refusals.isEmpty();
    }

    /** The sentences by field path. */
    public Map<String, String> sentences(Locale language) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refusals.forEach((path, refusal) ->
                sentences.put(path, Sentences.sentence(language, refusal.code, refusal.arguments.toArray())));
        return sentences;
    }

    /** The refusals by field path, for who has sentences of his own. */
    public Map<String, Refusal> refusals() {
        return Collections.unmodifiableMap(refusals);
    }

    /** Their number only: paths may hold what the sender wrote. */
    @Override
    public String toString() {
        return "Problems[" + refusals.size() + "]";
    }
}
