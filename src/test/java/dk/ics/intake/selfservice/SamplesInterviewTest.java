package dk.ics.intake.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.application.ApplicationField;
import dk.ics.intake.application.Problems;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.visitation.RequiredPapers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The questions asked and the papers required agree with the decision tables for every sample: what the pages would have
 * asked is enough for the tables to say what they say of the whole application, and what stands in {@code expected/}.
 */
@IntakeTest
class SamplesInterviewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("samples");

    /** What the pages derive where a sample may leave it out. */
    private static final Set<String> DERIVED = Set.of("relationToApplicant", "language");

    @Autowired
    Interview interview;

    @Autowired
    Tables tables;

    @Autowired
    DanishCalendar calendar;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_asked_is_what_the_tables_need(Path sample) throws IOException {
        JsonNode persons = JSON.readTree(sample.toFile()).path("persons");
        JsonNode expected = JSON.readTree(SAMPLES.resolve("expected")
                        .resolve(sample.getFileName())
                        .toFile())
                .path("persons");

        Course course = interview.course(
                draft(persons), persons.path(0).path("language").asText("en"));

        for (int i = 0; i < persons.size(); i++) {
            Heard heard = course.persons().get(i);
            assertThat(heard.isComplete()).isTrue();
            asksNothingElse(heard, persons.get(i));
            says(heard, persons.get(i), expected.get(i));
        }
    }

    /** What the pages would send is in the sample, and what they would leave out changes nothing. */
    private void asksNothingElse(Heard heard, JsonNode sample) {
        heard.application().properties().forEach(field -> {
            if (!DERIVED.contains(field.getKey()) || sample.has(field.getKey())) {
                assertThat(field.getValue()).as(field.getKey()).isEqualTo(sample.path(field.getKey()));
            }
        });
        Map<String, Object> whole = typed(sample);
        whole.putIfAbsent("relationToApplicant", "applicant");
        assertThat(ask(heard.known())).isEqualTo(ask(whole));
    }

    private void says(Heard heard, JsonNode sample, JsonNode expected) {
        Tables.Answer answer = ask(heard.known());
        assertThat(answer.proposal().result())
                .isEqualTo(expected.path("visitationResult").asText());
        assertThat(answer.proposal().services()).containsExactlyElementsOf(codes(expected.path("services")));
        if (!answer.proposal().isUndecided()) {
            assertThat(heard.papers()).containsExactlyInAnyOrderElementsOf(codes(expected.path("requiredDocuments")));
            Set<String> there = new HashSet<>(sample.path("documents").findValuesAsText("type"));
            assertThat(RequiredPapers.missing(there, heard.papers(), heard.category())
                            .isEmpty())
                    .isEqualTo(expected.path("documentsComplete").asBoolean());
        }
        assertThat(heard.elsewhere()).isEqualTo(answer.proposal().isReferred());
        asksTheParticulars(heard, answer);
    }

    /** CPR-loven § 20: with a number all of its particulars, without one none that only it asks for. */
    private static void asksTheParticulars(Heard heard, Tables.Answer answer) {
        List<String> asked = heard.asked().stream().map(Asked::id).toList();
        if (answer.entitled().contains("cprNumber")) {
            assertThat(asked).contains("name", "birth", "birthplace", "citizenship", "church", "relatives", "earlier");
            assertThat(heard.application().has("maritalStatus")).isTrue();
            assertThat(heard.application().has("previousAddress")).isTrue();
            assertThat(heard.application().has("addressLine")).isTrue();
            assertThat(asked.contains("nordicNumber"))
                    .isEqualTo(heard.category().equals("nordic") && !heard.elsewhere());
        } else {
            assertThat(asked).doesNotContain("birthplace", "before", "church", "relatives", "maritalSince", "housing");
        }
    }

    private Tables.Answer ask(Map<String, Object> known) {
        String municipality = String.valueOf(known.get("municipality"));
        String category = String.valueOf(known.get("category"));
        return tables.ask(tables.place(new MunicipalityCode(municipality), category), category, known);
    }

    private Map<String, Object> typed(JsonNode person) {
        Map<String, Object> values = new HashMap<>();
        for (ApplicationField field : ApplicationField.OF_PERSON) {
            if (person.hasNonNull(field.key())) {
                Object value =
                        field.rule().read(person.get(field.key()), field.key(), calendar.today(), new Problems());
                if (value != null) {
                    values.put(field.key(), value);
                }
            }
        }
        return values;
    }

    /** Everybody answers every question as the sample does; nobody is taken along, so everybody is asked. */
    private static DraftContent draft(JsonNode persons) {
        List<String> done = Questions.ALL.stream().map(Question::id).toList();
        List<DraftPerson> all = new ArrayList<>();
        for (JsonNode person : persons) {
            ObjectNode answers = person.deepCopy();
            answers.remove("documents");
            Map<String, Object> values = new LinkedHashMap<>();
            answers.properties().forEach(field -> values.put(field.getKey(), Json.value(field.getValue())));
            values.put(Situation.TOGETHER, "no");
            all.add(new DraftPerson(all.size() + 1, values, done));
        }
        return new DraftContent(all, all.size() + 1, true);
    }

    private static List<String> codes(JsonNode list) {
        return list.findValuesAsText("code");
    }
}
