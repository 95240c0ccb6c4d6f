package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.ValueRule;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers as citizens read them. */
@Component
class Answers {

    private static final Set<String> COUNTRIES =
            Set.of("citizenship", "birthCountry", "previousCountry", "identityDocumentState");

    String shown(String field, @Nullable Object answer, Texts texts) {
        if (answer == null) {
            return texts.get("not.answered");
        }
        if (answer instanceof List<?> rows) {
            return rows.stream().map(row -> relative(row, texts)).collect(Collectors.joining("\n"));
        }
        if (answer instanceof Boolean truth) {
            return texts.get(truth ? "yes" : "no");
        }
        String text = answer.toString();
        if (COUNTRIES.contains(field)) {
            return texts.country(text);
        }
        if (field.equals("municipality")) {
            MunicipalityCode code = new MunicipalityCode(text);
            return code.isKnown() ? code.name() : texts.get("o.municipality.0000");
        }
        ValueRule rule = FormAnswers.rule(field);
        if (rule instanceof ValueRule.Day) {
            return texts.day(LocalDate.parse(text));
        }
        if (rule == null) {
            return texts.get(text);
        }
        return rule instanceof ValueRule.Code ? texts.get("o." + field + "." + text) : text;
    }

    private static String relative(Object row, Texts texts) {
        Map<?, ?> relative = (Map<?, ?>) row;
        String name = texts.get("o.relation." + relative.get("relation")) + ": " + relative.get("name");
        Object born = relative.get("birthDate");
        return born == null ? name : name + ", " + texts.day(LocalDate.parse(Objects.toString(born)));
    }
}
