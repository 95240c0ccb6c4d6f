package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.application.ValueRule;
import dk.ics.intake.municipality.Municipalities;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.selfservice.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the fields of a question are drawn, in the citizen's language. */
@Component
class Fields {

    private static final Set<String> COUNTRIES =
            Set.of("citizenship", "birthCountry", "previousCountry", "identityDocumentState");

    /** WCAG 1.3.5: what the browser may fill in, on the pages about the citizen who sits in front of it. */
    private static final Map<String, String> AUTOCOMPLETE = Map.ofEntries(
            Map.entry("familyName", "family-name"),
            Map.entry("givenNames", "given-name"),
            Map.entry("birthDate", "bday"),
            Map.entry("email", "email"),
            Map.entry("phone", "tel"),
            Map.entry("employer", "organization"));

    private final List<MunicipalityCode> municipalities;

    Fields(Municipalities municipalities) {
        this.municipalities = municipalities.all();
    }

    /**
     * @param inputs what stands in the inputs, by name
     * @param refusals what is wrong, by field
     */
    List<Field> of(
            Asked question, Texts texts, boolean first, Map<String, String> inputs, Map<String, Refusal> refusals) {
        List<Field> fields = new ArrayList<>();
        for (String key : question.fields()) {
            String kind = kind(question, key);
            fields.add(new Field(
                    key,
                    kind,
                    texts.first(first ? List.of("f." + key) : List.of("f." + key + ".other", "f." + key)),
                    texts.find("f." + key + ".hint"),
                    !question.required().contains(key) && !kind.equals("checkbox") && !kind.equals("rows"),
                    error(texts, key, refusals.get(key)),
                    inputs,
                    options(question, key, texts),
                    first ? AUTOCOMPLETE.get(key) : null));
        }
        return fields;
    }

    private static String kind(Asked question, String key) {
        ValueRule rule = FormAnswers.rule(key);
        if (question.id().equals(FormAnswers.WISHES)) {
            return "checkbox";
        }
        if (rule instanceof ValueRule.Day) {
            return "date";
        }
        if (rule instanceof ValueRule.Rows) {
            return "rows";
        }
        if (COUNTRIES.contains(key) || key.equals("municipality")) {
            return "select";
        }
        if (rule == null || rule instanceof ValueRule.Code || rule instanceof ValueRule.Truth) {
            return "radio";
        }
        return switch (key) {
            case "previousAddress", "statedZone" -> "area";
            case "email" -> "email";
            case "phone" -> "tel";
            case "postalCode", "danishPersonalNumber", "weeklyHours" -> "digits";
            default -> "text";
        };
    }

    private List<Option> options(Asked question, String key, Texts texts) {
        if (COUNTRIES.contains(key)) {
            return texts.countryOptions();
        }
        if (key.equals("municipality")) {
            return Stream.concat(
                            municipalities.stream()
                                    .map(code -> new Option(code.value(), code.name()))
                                    .sorted(texts.inOrder()),
                            Stream.of(new Option(MunicipalityCode.UNKNOWN.value(), texts.get("o.municipality.0000"))))
                    .toList();
        }
        if (key.equals("category")) {
            return named(question.categories(), key, texts);
        }
        ValueRule rule = FormAnswers.rule(key);
        if (rule == null || rule instanceof ValueRule.Truth) {
            return List.of(new Option("yes", texts.get("yes")), new Option("no", texts.get("no")));
        }
        if (rule instanceof ValueRule.Rows rows) {
            return rows.fields().stream()
                    .filter(field -> field.rule() instanceof ValueRule.Code)
                    .flatMap(field -> named(((ValueRule.Code) field.rule()).options(), "relation", texts).stream())
                    .toList();
        }
        return rule instanceof ValueRule.Code codes ? named(asked(key, codes.options()), key, texts) : List.of();
    }

    /** Nobody who comes along is the applicant. */
    private static List<String> asked(String key, List<String> options) {
        return options.stream()
                .filter(option -> !key.equals("relationToApplicant") || !option.equals("applicant"))
                .toList();
    }

    private static List<Option> named(List<String> codes, String key, Texts texts) {
        return codes.stream()
                .map(code -> new Option(code, texts.get("o." + key + "." + code)))
                .toList();
    }

    static @Nullable String error(Texts texts, String field, @Nullable Refusal refusal) {
        return refusal == null
                ? null
                : texts.first(
                        List.of("e." + field + "." + refusal.code(), "e." + refusal.code()),
                        refusal.arguments().toArray());
    }
}
