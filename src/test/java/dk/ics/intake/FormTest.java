package dk.ics.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.casefile.FieldSet;
import dk.ics.intake.identity.ControlAnswers;
import dk.ics.intake.municipality.Municipalities;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.procedure.Requirement;
import dk.ics.intake.process.RoutingVariable;
import dk.ics.intake.supervision.SupervisionAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** What holds of every form, read from the files themselves. */
class FormTest {

    private static final Set<String> TYPES = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "radio",
            "select",
            "text",
            "html",
            "group",
            "dynamiclist");
    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "datetime", "checkbox", "radio", "select");
    /** English words that are no Danish ones; form-js puts some of them in when nobody else does. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|and|or|is|are|of|not|with|please|required|date|time|select|submit|name|first|last|number|address"
                    + "|search|yes|value|add|new|remove|enter|choose|document|reason|outcome|approved|refused"
                    + "|pending|phone|birth|country|city|street|employer|field|button|task|case|note|label|text"
                    + "|citizen|check|review)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CASE_FIELDS = caseFields();
    private static final FeelEngineApi FEEL = FeelEngineBuilder.create().build();

    record Form(String file, JsonNode json) {

        @Override
        public String toString() {
            return file;
        }

        /** Every component of the form; those of dynamic lists only when asked for. */
        List<JsonNode> components(boolean inLists) {
            List<JsonNode> found = new ArrayList<>();
            collect(json.path("components"), inLists, found);
            return found;
        }

        List<JsonNode> inputs() {
            return components(false).stream()
                    .filter(component -> INPUTS.contains(component.path("type").asText()))
                    .toList();
        }

        private static void collect(JsonNode components, boolean inLists, List<JsonNode> found) {
            for (JsonNode component : components) {
                found.add(component);
                if (inLists || !component.path("type").asText().equals("dynamiclist")) {
                    collect(component.path("components"), inLists, found);
                }
            }
        }
    }

    static Stream<Form> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.sorted().toList().stream()
                    .map(file -> new Form(file.getFileName().toString(), read(file)));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isAFormOfThePlatformUnderItsOwnName(Form form) {
        String id = form.json().path("id").asText();
        assertThat(form.file()).isEqualTo(id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".form");
        assertThat(form.json().path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.json().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.components(true))
                .extracting(part -> part.path("type").asText())
                .isSubsetOf(TYPES);
    }

    /** One key, one field: two would overwrite each other's answer. The id is how a browser test finds it. */
    @ParameterizedTest
    @MethodSource("forms")
    void hasEachFieldOnce(Form form) {
        assertThat(form.components(false))
                .filteredOn(part -> INPUTS.contains(part.path("type").asText()))
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.path("id").asText())
                        .isEqualTo("Field_%s_%s"
                                .formatted(
                                        form.json().path("id").asText(),
                                        part.path("key").asText())));
        assertThat(form.components(true))
                .extracting(part -> part.path("id").asText())
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void speaksDanish(Form form) {
        for (JsonNode component : form.components(true)) {
            for (String shown : shown(component)) {
                String words = shown.replaceAll("\\{\\{.*?}}|<[^>]*>", " ");
                assertThat(ENGLISH.matcher(words).results().map(found -> found.group()))
                        .as("%s: »%s«", form, words)
                        .isEmpty();
                assertThat(words).as("no sign that a translation leaves behind").doesNotContain("\"", "TODO", "  ,");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void labelsEveryInput(Form form) {
        for (JsonNode component : form.components(true)) {
            String type = component.path("type").asText();
            if (INPUTS.contains(type)) {
                String label = component
                        .path(type.equals("datetime") ? "dateLabel" : "label")
                        .asText();
                assertThat(label).as("%s", component.path("key")).isNotBlank();
            }
        }
    }

    /** form-js cuts labels off instead of breaking them. */
    @ParameterizedTest
    @MethodSource("forms")
    void keepsLabelsOfHalfRowsShort(Form form) {
        for (JsonNode component : form.components(true)) {
            int columns = component.path("layout").path("columns").asInt(16);
            String label =
                    component.path("label").asText(component.path("dateLabel").asText());
            if (columns <= 8) {
                assertThat(label.length()).as(label).isLessThanOrEqualTo(columns * 4 + 2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writesOnlyWhatCaseFileOrProcessKnow(Form form) {
        for (JsonNode component : form.components(false)) {
            String key = component.path("key").asText(component.path("path").asText());
            if (!key.isEmpty()) {
                assertThat(CASE_FIELDS.contains(key)
                                || ControlAnswers.keys().contains(key)
                                || SupervisionAnswers.keys().contains(key)
                                || RoutingVariable.find(key).isPresent())
                        .as("%s: %s", form, key)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void choosesNothingForTheCaseworker(Form form) {
        for (JsonNode component : form.components(true)) {
            assertThat(component.has("defaultValue"))
                    .as("%s", component.path("key"))
                    .isFalse();
        }
    }

    /** "No default answers": an outcome has at least one other option, and the refusal or doubt never stands first. */
    @ParameterizedTest
    @MethodSource("forms")
    void putsThePositiveOutcomeFirst(Form form) {
        for (JsonNode component : form.inputs()) {
            String first = component.path("values").path(0).path("value").asText();
            assertThat(first)
                    .as("%s", component.path("key"))
                    .isNotIn(
                            "notMet",
                            "refused",
                            "refuse",
                            "doubt",
                            "rejected",
                            "notComing",
                            "noShow",
                            "referred",
                            "sameCase",
                            "otherPerson",
                            "forged",
                            "notGiven",
                            "giveUp",
                            "notRegistered",
                            "guide",
                            "postpone");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void boundsWhatCanBeTyped(Form form) {
        for (JsonNode component : form.components(true)) {
            JsonNode validation = component.path("validate");
            switch (component.path("type").asText()) {
                case "textfield", "textarea" ->
                    assertThat(validation.path("maxLength").asInt())
                            .as("%s", component.path("key"))
                            .isBetween(4, 4000);
                case "number" -> {
                    assertThat(validation.path("min").isNumber()).isTrue();
                    assertThat(validation.path("max").isNumber()).isTrue();
                }
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void explainsEachPatternInDanish(Form form) {
        for (JsonNode component : form.components(true)) {
            String pattern = component.path("validate").path("pattern").asText();
            if (!pattern.isEmpty()) {
                assertThat(pattern).startsWith("^").endsWith("$");
                assertThatCode(() -> Pattern.compile(pattern)).doesNotThrowAnyException();
                assertThat(component.path("properties").path("patternMessage").asText())
                        .isNotBlank();
            }
        }
    }

    /** The engine's FEEL must say yes or no to every condition, whatever has been answered so far. */
    @ParameterizedTest
    @MethodSource("forms")
    void hidesByConditionsThatAlwaysHaveAnAnswer(Form form) {
        List<Map<String, Object>> situations = situations(form);
        for (JsonNode component : form.components(false)) {
            String condition =
                    component.path("conditional").path("hide").asText().replaceFirst("^=", "");
            if (!condition.isEmpty() && !component.path("type").asText().equals("html")) {
                for (Map<String, Object> situation : situations) {
                    var result = FEEL.evaluateExpression(condition, situation);
                    assertThat(result.isSuccess() && result.result() instanceof Boolean)
                            .as("%s in %s", condition, situation)
                            .isTrue();
                }
                assertThat(situations)
                        .as("some answer shows what »%s« hides", condition)
                        .anyMatch(situation -> Boolean.FALSE.equals(
                                FEEL.evaluateExpression(condition, situation).result()));
            }
        }
    }

    @Test
    void theStartFormAsksForCodesOnly() throws IOException {
        Form start = forms().filter(form -> form.file().equals("enquiry-received.form"))
                .findFirst()
                .orElseThrow();
        assertThat(start.inputs())
                .allMatch(input ->
                        Set.of("radio", "select").contains(input.path("type").asText()));
        assertThat(start.inputs())
                .extracting(input -> input.path("key").asText())
                .containsExactly("channel", "category", "municipality");
    }

    @Test
    void theStartFormOffersExactlyTheServedMunicipalities() throws IOException {
        Form start = forms().filter(form -> form.file().equals("enquiry-received.form"))
                .findFirst()
                .orElseThrow();
        JsonNode options = start.inputs().get(2).path("values");
        Map<String, String> offered = stream(options)
                .collect(Collectors.toMap(
                        option -> option.path("value").asText(),
                        option -> option.path("label").asText()));
        assertThat(offered)
                .isEqualTo(new Municipalities()
                        .served().stream().collect(Collectors.toMap(MunicipalityCode::value, MunicipalityCode::name)));
    }

    /** Nothing answered, and each option of each choice on its own and in pairs with another choice's. */
    private static List<Map<String, Object>> situations(Form form) {
        List<Map.Entry<String, Object>> answers = new ArrayList<>();
        for (JsonNode input : form.inputs()) {
            String key = input.path("key").asText();
            stream(input.path("values"))
                    .forEach(option ->
                            answers.add(Map.entry(key, JSON.convertValue(option.path("value"), Object.class))));
            if (input.has("valuesKey")) {
                List.of(
                                "approved",
                                "doubt",
                                "refusalConsidered",
                                "askNidc",
                                "refused",
                                "granted",
                                "create",
                                "created",
                                "ordered",
                                "rejected",
                                "sent",
                                "receipted",
                                "postpone",
                                "refuse",
                                "forward",
                                "registered",
                                "notRegistered",
                                "guide",
                                "accepted",
                                "documentsMissing",
                                "referred")
                        .forEach(code -> answers.add(Map.entry(key, code)));
            }
        }
        List<Map<String, Object>> situations = new ArrayList<>();
        situations.add(Map.of());
        situations.addAll(controls());
        for (var one : answers) {
            for (var other : answers) {
                Map<String, Object> both = new HashMap<>();
                both.put(one.getKey(), one.getValue());
                both.put(other.getKey(), other.getValue());
                situations.add(both);
            }
        }
        return situations;
    }

    /** Every requirement asked for, and all answered alike. */
    private static List<Map<String, Object>> controls() {
        return Stream.of("met", "notMet", "notRelevant")
                .map(answer -> {
                    Map<String, Object> control = new HashMap<>(Map.of(
                            "presentation", "original",
                            "identityDocumentType", "passport",
                            "identityDocumentState", "FRA",
                            "issuingGroups", Map.of("FRA", "eu"),
                            "asked",
                                    Map.of(
                                            "original passport eu",
                                            Stream.of(Requirement.values())
                                                    .map(Requirement::code)
                                                    .toList())));
                    for (Requirement requirement : Requirement.values()) {
                        control.put(requirement.answerKey(), answer);
                    }
                    return control;
                })
                .toList();
    }

    private static List<String> shown(JsonNode component) {
        Stream<String> own = Stream.of("label", "dateLabel", "timeLabel", "text", "content", "description")
                .map(name -> component.path(name).asText());
        Stream<String> unit =
                Stream.of(component.path("appearance").path("suffixAdorner").asText());
        Stream<String> message =
                Stream.of(component.path("properties").path("patternMessage").asText());
        Stream<String> options = stream(component.path("values"))
                .map(option -> option.path("label").asText());
        return Stream.of(own, unit, message, options).flatMap(texts -> texts).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> caseFields() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.\\w+Fields")));
            scanner.scan("dk.ics.intake");
            context.refresh();
            Set<String> keys = new HashSet<>();
            context.getBeansOfType(FieldSet.class)
                    .values()
                    .forEach(set -> set.fields().forEach(field -> keys.add(field.key())));
            return keys;
        }
    }
}
