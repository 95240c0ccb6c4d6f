package dk.ics.intake.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Fills a form the way a script does that knows nothing of the case: keeps what is pre-filled, else the first option of
 * a choice, ticked checkboxes, today, the minimum, one Danish sentence; optional fields stay as they came. It reads no
 * conditions, so it also fills fields that a person would not see.
 */
public final class ScriptedForm {

    private static final String SENTENCE = "Oplyst af borgeren ved fremmødet.";

    private final Clock clock;
    private final Map<String, Object> answers;
    private final Set<String> anew;

    public ScriptedForm(Clock clock) {
        this(clock, Map.of());
    }

    /** @param answers what to say, by key, where a form shows nothing yet */
    public ScriptedForm(Clock clock, Map<String, Object> answers) {
        this(clock, answers, Set.of());
    }

    /** @param anew keys of what is answered anew whatever the form shows, like a day that may have passed */
    public ScriptedForm(Clock clock, Map<String, Object> answers, Set<String> anew) {
        this.anew = Set.copyOf(anew);
        this.answers = Map.copyOf(answers);
        this.clock = clock.withZone(ZoneId.of("Europe/Copenhagen"));
    }

    /** @return the body of {@code submit-form}: {@code {"variables": {key: {"value": …}}}} */
    public Map<String, Object> fill(JsonNode form, JsonNode formVariables) {
        Map<String, Object> variables = new LinkedHashMap<>();
        components(form.path("components"), formVariables, variables);
        return Map.of("variables", variables);
    }

    private void components(JsonNode components, JsonNode given, Map<String, Object> variables) {
        for (var component : components) {
            if ("group".equals(component.path("type").asText())) {
                components(component.path("components"), given, variables);
                continue;
            }
            var key = component.path("key").asText();
            if (key.isEmpty()
                    || component.path("disabled").asBoolean()
                    || component.path("readonly").asBoolean()) {
                continue;
            }
            var value = value(component, given);
            if (value != null) {
                Map<String, Object> typed = new LinkedHashMap<>();
                typed.put("value", value);
                if (given.path(key).path("type").asText().equals("Json")) {
                    typed.put("type", "Json");
                }
                variables.put(key, typed);
            }
        }
    }

    private @org.jspecify.annotations.Nullable Object value(JsonNode component, JsonNode given) {
        var current = given.path(component.path("key").asText()).path("value");
        var type = component.path("type").asText();
        if ("checkbox".equals(type)) {
            return true;
        }
        if (!anew.contains(component.path("key").asText())
                && !current.isMissingNode()
                && !current.isNull()
                && !current.asText("x").isEmpty()) {
            return scalar(current);
        }
        var answer = answers.get(component.path("key").asText());
        if (answer != null) {
            return answer;
        }
        var validation = component.path("validate");
        if (!validation.path("required").asBoolean()) {
            return null;
        }
        return switch (type) {
            case "radio", "select" -> firstOption(component, given);
            case "datetime" ->
                "datetime".equals(component.path("subtype").asText())
                        ? OffsetDateTime.now(clock)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString()
                        : LocalDate.now(clock).toString();
            case "number" -> validation.path("min").asInt(0);
            case "textfield", "textarea" -> SENTENCE;
            default -> null;
        };
    }

    private static Object scalar(JsonNode current) {
        if (current.isBoolean()) {
            return current.asBoolean();
        }
        if (current.isNumber()) {
            return current.numberValue();
        }
        return current.isTextual() ? current.asText() : current;
    }

    private static Object firstOption(JsonNode component, JsonNode given) {
        var values = component.path("values");
        if (values.isMissingNode()) {
            var options = given.path(component.path("valuesKey").asText()).path("value");
            values = options.isTextual() ? parse(options.asText()) : options;
        }
        return values.path(0).path("value").asText();
    }

    private static JsonNode parse(String json) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("Options that are no JSON", e);
        }
    }
}
