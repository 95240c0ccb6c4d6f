package dk.ics.intake.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Danish texts against the English ones that come with the webapps. */
class WebappTextsTest {

    private static final String TEXTS = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Words that are the same in both languages, symbols, and formats that both countries use. */
    private static final Set<String> SAME_IN_DANISH =
            Set.of("L", "1", "4", "weekend", "Cockpit", "Version", "Diagram", "OK", "Filter", "", "<", "<=", ">", ">=");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "welcome", "cockpit"})
    @DisplayName("every English text has a Danish one, and there is none too many")
    void everyTextIsThere(String webapp) throws IOException {
        assertThat(texts(webapp, "da").keySet()).isEqualTo(texts(webapp, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "welcome", "cockpit"})
    @DisplayName("a Danish text has the placeholders of the English one, except where it is left empty")
    void placeholdersAreKept(String webapp) throws IOException {
        Map<String, String> english = texts(webapp, "en");
        texts(webapp, "da").forEach((key, text) -> {
            if (!text.isEmpty()) {
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.getOrDefault(key, "")));
            }
        });
    }

    @Test
    @DisplayName("Tasklist has no text that is still English")
    void nothingIsLeftInEnglish() throws IOException {
        Map<String, String> english = texts("tasklist", "en");
        Map<String, String> same = texts("tasklist", "da");
        same.entrySet().removeIf(text -> !text.getValue().equals(english.get(text.getKey())));
        assertThat(same.values()).allMatch(SAME_IN_DANISH::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".labels.DASHBOARD_",
                ".labels.PROCESS_",
                ".labels.PLUGIN_INCIDENTS_",
                ".labels.PLUGIN_JOBS_",
                ".labels.PLUGIN_PROCESS_",
                ".labels.PLUGIN_CALLED_",
                ".labels.PLUGIN_USER_",
                ".labels.PLUGIN_VARIABLE_",
                ".labels.DECISION_",
                ".labels.PAGE"
            })
    @DisplayName("what a supervisor meets in Cockpit is Danish")
    void cockpitForSupervisors(String part) throws IOException {
        Map<String, String> english = texts("cockpit", "en");
        Map<String, String> met = texts("cockpit", "da");
        met.keySet().removeIf(key -> !key.startsWith(part));
        assertThat(met).isNotEmpty();
        met.entrySet().removeIf(text -> !text.getValue().equals(english.get(text.getKey())));
        assertThat(met.values()).allMatch(SAME_IN_DANISH::contains);
    }

    @Test
    @DisplayName("Tasklist's 443 texts are all read (483 with the names of days and months one by one)")
    void theComparisonSeesTheTexts() throws IOException {
        assertThat(texts("tasklist", "en").size()).isEqualTo(483);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String webapp, String language) throws IOException {
        String path = TEXTS.formatted(webapp, language);
        try (InputStream file = WebappTextsTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            String content = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> texts = new LinkedHashMap<>();
            collect("", JSON.readTree(content.replace("\uFEFF", "")), texts);
            return texts;
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isContainerNode()) {
            node.fields().forEachRemaining(field -> collect(path + "." + field.getKey(), field.getValue(), texts));
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    collect(path + "." + i, node.get(i), texts);
                }
            }
        } else {
            texts.put(path, node.asText());
        }
    }
}
