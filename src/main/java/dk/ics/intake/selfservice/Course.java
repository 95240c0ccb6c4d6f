package dk.ics.intake.selfservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * How far a draft has come.
 *
 * @param persons everybody in it, the applicant first
 * @param familyNamed whether the citizen has said who comes along
 */
public record Course(List<Heard> persons, boolean familyNamed) {

    /** Id of the page on which a person's papers are added; comes after all questions. */
    public static final String PAPERS = "papers";

    /** What to do next. */
    public sealed interface Next {

        record Answer(int no, String question) implements Next {}

        record NameFamily() implements Next {}

        record AddPapers(int no) implements Next {}

        record Check() implements Next {}
    }

    public Optional<Heard> person(int no) {
        return persons.stream().filter(heard -> heard.person().no() == no).findFirst();
    }

    public Heard applicant() {
        return persons.get(0);
    }

    public Next next() {
        for (Heard heard : persons) {
            if (heard.open() != null) {
                return new Next.Answer(heard.person().no(), heard.open().id());
            }
            if (heard.first() && !familyNamed) {
                return new Next.NameFamily();
            }
        }
        return persons.stream()
                .filter(heard -> !heard.papers().isEmpty() && !heard.person().has(PAPERS))
                .<Next>map(heard -> new Next.AddPapers(heard.person().no()))
                .findFirst()
                .orElseGet(Next.Check::new);
    }

    /** The application as the interface takes it, without the files. */
    ObjectNode application() {
        ObjectNode application = Json.object();
        persons.forEach(heard -> application.withArray("persons").add(heard.application()));
        return application;
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Course[" + persons.size() + " persons]";
    }
}
