package dk.ics.intake.process.form;

import dk.ics.intake.casefile.FieldProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has to be put right in a form, with the field's label in the sentence about all and without it at the field. */
final class Problems {

    private final FormSchema schema;
    private final Map<String, String> fields = new LinkedHashMap<>();

    Problems(FormSchema schema) {
        this.schema = schema;
    }

    void add(String key, String sentence) {
        fields.merge(key, sentence, (one, other) -> one.equals(other) ? one : one + " " + other);
    }

    void addAll(List<FieldProblem> problems) {
        problems.forEach(problem -> add(problem.key(), problem.message()));
    }

    /** @throws FormRefused if there is any problem */
    void refuse() {
        if (!fields.isEmpty()) {
            throw FormRefused.because(summary(), fields);
        }
    }

    private String summary() {
        List<String> sentences = fields.entrySet().stream()
                .map(problem -> label(problem.getKey()) + problem.getValue())
                .toList();
        return sentences.size() == 1
                ? sentences.get(0)
                : "Ret %d felter, og send igen. %s".formatted(sentences.size(), String.join(" ", sentences));
    }

    private String label(String key) {
        return schema.hasField(key) ? schema.field(key).label() + ": " : "";
    }
}
