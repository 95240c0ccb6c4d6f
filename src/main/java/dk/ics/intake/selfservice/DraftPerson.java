package dk.ics.intake.selfservice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One person of a draft.
 *
 * @param no never given to another person of the draft
 * @param answers what was answered, by key, as JSON knows it
 * @param done ids of the questions that were answered, perhaps by leaving them empty
 */
public record DraftPerson(int no, Map<String, Object> answers, List<String> done) {

    DraftPerson answered(String question, Map<String, Object> values, List<String> fields) {
        Map<String, Object> changed = new LinkedHashMap<>(answers);
        fields.forEach(changed::remove);
        changed.putAll(values);
        List<String> all = new ArrayList<>(done);
        if (!all.contains(question)) {
            all.add(question);
        }
        return new DraftPerson(no, changed, all);
    }

    public boolean has(String question) {
        return done.contains(question);
    }

    /** Masked. */
    @Override
    public String toString() {
        return "DraftPerson[" + no + "]";
    }
}
