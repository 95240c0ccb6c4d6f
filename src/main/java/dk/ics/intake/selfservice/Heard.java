package dk.ics.intake.selfservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person of a draft as far as was asked.
 *
 * @param asked the questions put so far, in their order; the last is open if {@code open} is not null
 * @param open the next question
 * @param known the answers and what follows from them, in the types of the case file
 * @param application the person as an application holds it
 * @param papers codes of the papers the person has to show; none before the questions are answered
 * @param elsewhere whether the tables say that the person is served in another place
 */
public record Heard(
        DraftPerson person,
        boolean first,
        List<Asked> asked,
        @Nullable Asked open,
        Map<String, Object> known,
        ObjectNode application,
        List<String> papers,
        boolean elsewhere) {

    /** The question as it is put to this person, if it is. */
    public Optional<Asked> question(String id) {
        return asked.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    public boolean isComplete() {
        return open == null;
    }

    /** What to call the person; empty while the name is not known. */
    public String name() {
        Object given = known.get("givenNames");
        return given != null
                ? given.toString()
                : known.getOrDefault("familyName", "").toString();
    }

    public String category() {
        return known.getOrDefault("category", "").toString();
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Heard[" + person.no() + "]";
    }
}
