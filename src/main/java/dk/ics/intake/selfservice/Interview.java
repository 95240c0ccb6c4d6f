package dk.ics.intake.selfservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.application.ApplicationReader;
import dk.ics.intake.application.ApplicationReader.Reading;
import dk.ics.intake.application.Problems;
import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.time.DanishCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Leads through the questions: who is asked what, and whether an answer can be taken. */
@Service
public class Interview {

    private static final String PERSON = "persons[0].";

    private final Tables tables;
    private final ApplicationReader reader;
    private final DanishCalendar calendar;

    Interview(Tables tables, ApplicationReader reader, DanishCalendar calendar) {
        this.tables = tables;
        this.reader = reader;
        this.calendar = calendar;
    }

    /** How far the draft has come. */
    public Course course(Draft draft) {
        return course(draft.content(), draft.language());
    }

    Course course(DraftContent content, String language) {
        List<Heard> persons = new ArrayList<>();
        Situation applicant = null;
        for (DraftPerson person : content.persons()) {
            Situation situation = new Situation(tables, calendar.today(), applicant, person.answers());
            persons.add(hear(person, situation, language));
            if (applicant == null) {
                applicant = situation;
            }
        }
        return new Course(List.copyOf(persons), content.familyNamed());
    }

    private Heard hear(DraftPerson person, Situation situation, String language) {
        situation.derive("language", language);
        List<Asked> asked = new ArrayList<>();
        Asked open = null;
        for (Question question : Questions.ALL) {
            if (!question.concerns().test(situation)) {
                question.otherwise().accept(situation);
                continue;
            }
            Asked put = question.to(situation);
            asked.add(put);
            if (!person.has(put.id())) {
                open = put;
                break;
            }
            situation.take(put.fields());
        }
        boolean whole = open == null;
        return new Heard(
                person,
                situation.isFirst(),
                List.copyOf(asked),
                open,
                situation.known(),
                situation.application(),
                whole ? situation.answer().papers() : List.of(),
                whole && situation.answer().proposal().isReferred());
    }

    /**
     * What is wrong with the answers to one question, by field: nothing if they can be taken. They are read as the whole
     * application will be, together with what the person has said before.
     *
     * @param values as JSON knows them; a field that was left empty is not among them
     */
    public Map<String, Refusal> check(Heard heard, Asked question, Map<String, Object> values) {
        Map<String, Refusal> refusals = new LinkedHashMap<>();
        ObjectNode person = heard.application().deepCopy();
        question.fields().forEach(person::remove);
        values.forEach((field, value) -> {
            if (!field.equals(Situation.TOGETHER)) {
                person.set(field, Json.node(value));
            }
        });
        ObjectNode application = Json.object();
        application.withArray("persons").add(person);
        Map<String, Refusal> found = reader.read(application, List.of(List.of())) instanceof Reading.Refused refused
                ? refused.problems().refusals()
                : Map.of();
        for (String field : question.fields()) {
            Refusal refusal = of(field, found);
            if (refusal != null) {
                refusals.put(field, refusal);
            } else if (!values.containsKey(field) && question.required().contains(field)) {
                refusals.put(field, new Refusal("required", List.of()));
            }
        }
        if (values.get(Situation.ZONE) instanceof String lines && !refusals.containsKey(Situation.ZONE)) {
            ZoneDigits.wrong(lines).ifPresent(wrong -> refusals.put(Situation.ZONE, wrong));
        }
        Object category = values.get("category");
        if (category != null && !question.categories().contains(category)) {
            refusals.put("category", new Refusal("code.options", List.of()));
        }
        Object together = values.get(Situation.TOGETHER);
        if (together != null && !together.equals("yes") && !together.equals("no")) {
            refusals.put(Situation.TOGETHER, new Refusal("code.options", List.of()));
        }
        return refusals;
    }

    /** Fields that other questions ask for are missing as yet; of a list any row may be wrong. */
    private static @Nullable Refusal of(String field, Map<String, Refusal> found) {
        return found.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(PERSON + field) || entry.getKey().startsWith(PERSON + field + "["))
                .map(Map.Entry::getValue)
                .filter(refusal -> !refusal.code().equals("required") || field.equals("relatives"))
                .findFirst()
                .orElse(null);
    }

    /** Whether the refusals are about this person of an application; the person's fields with what is wrong. */
    static Map<String, Refusal> ofPerson(Problems problems, int index) {
        Map<String, Refusal> refusals = new LinkedHashMap<>();
        String start = "persons[" + index + "].";
        problems.refusals().forEach((path, refusal) -> {
            if (path.startsWith(start)) {
                refusals.put(path.substring(start.length()).replaceFirst("[\\[.].*", ""), refusal);
            }
        });
        return refusals;
    }
}
