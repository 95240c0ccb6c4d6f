package dk.ics.intake.application;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.time.DanishCalendar;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Reads an application from JSON and finds all that is wrong with it at once. */
@Service
public class ApplicationReader {

    private static final Set<String> APPLICATION_KEYS = Set.of("persons");

    private final ApplicationLimits limits;
    private final PersonReader persons;
    private final DanishCalendar calendar;
    private final JsonMapper json;

    ApplicationReader(ApplicationLimits limits, DanishCalendar calendar, Uploads uploads) {
        this.limits = limits;
        this.calendar = calendar;
        persons = new PersonReader(new DocumentReader(limits, uploads));
        json = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(10)
                        .maxNumberLength(20)
                        .maxStringLength(Math.toIntExact(limits.maxBody().toBytes()))
                        .build());
    }

    /** What came out of reading. */
    public sealed interface Reading {

        record Accepted(SubmittedApplication application) implements Reading {}

        record Refused(Problems problems) implements Reading {}
    }

    /** Reads the application; the bytes are UTF-8 JSON as the OpenAPI description says. */
    public Reading read(byte[] body) {
        Problems problems = new Problems();
        List<SubmittedPerson> read = read(tree(body, problems), problems);
        return problems.isEmpty()
                ? new Reading.Accepted(new SubmittedApplication(read, ContentHash.of(read)))
                : new Reading.Refused(problems);
    }

    /**
     * Reads an application whose files were taken one by one before.
     *
     * @param documents of each person, in the order of the persons
     */
    public Reading read(JsonNode application, List<List<SubmittedDocument>> documents) {
        Problems problems = new Problems();
        List<SubmittedPerson> read = read(application, problems);
        if (!problems.isEmpty()) {
            return new Reading.Refused(problems);
        }
        List<SubmittedPerson> whole = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            whole.add(read.get(i).with(documents.get(i)));
        }
        return new Reading.Accepted(new SubmittedApplication(List.copyOf(whole), ContentHash.of(whole)));
    }

    private List<SubmittedPerson> read(JsonNode application, Problems problems) {
        List<SubmittedPerson> read = new ArrayList<>();
        if (!problems.isEmpty()) {
            return read;
        }
        ObjectReading.refuseUnknown(application, APPLICATION_KEYS, "", problems);
        JsonNode list = application.path("persons");
        if (!list.isArray() || list.isEmpty() || list.size() > limits.maxPersons()) {
            problems.add("persons", "persons", limits.maxPersons());
            return read;
        }
        LocalDate today = calendar.today();
        for (int i = 0; i < list.size(); i++) {
            persons.read(list.get(i), "persons[" + i + "]", today, problems).ifPresent(read::add);
        }
        if (problems.isEmpty()) {
            SamePerson.refuse(read, problems);
        }
        return read;
    }

    private JsonNode tree(byte[] body, Problems problems) {
        try {
            JsonNode tree = json.readTree(body);
            if (!tree.isObject()) {
                problems.add("$", "object");
            }
            return tree;
        } catch (IOException notJson) {
            // Jackson's text may repeat what was sent; the sender is told only that it is not JSON.
            problems.add("$", "json");
            return json.createObjectNode();
        }
    }
}
