package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.ApplicationField;
import dk.ics.intake.application.ValueRule;
import dk.ics.intake.selfservice.Asked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a browser sends into the values an application knows, and back. What cannot be one is passed on as it is:
 * the reader of applications says what is wrong with it.
 */
final class FormAnswers {

    static final String WISHES = "wishes";
    private static final int MOST_ROWS = 20;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}([.,]\\d{1,4})?");

    private static final Map<String, ApplicationField> FIELDS = ApplicationField.OF_PERSON.stream()
            .collect(Collectors.toUnmodifiableMap(ApplicationField::key, Function.identity()));

    private FormAnswers() {}

    /** The rule of a field; null for one that is no field of an application. */
    static @Nullable ValueRule rule(String field) {
        ApplicationField known = FIELDS.get(field);
        return known == null ? null : known.rule();
    }

    /** The values of the page's fields; those left empty are not among them. */
    static Map<String, Object> read(Asked question, Map<String, String> form) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : question.fields()) {
            Object value =
                    question.id().equals(WISHES) ? (Object) form.containsKey(field) : value(rule(field), field, form);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }

    private static @Nullable Object value(@Nullable ValueRule rule, String name, Map<String, String> form) {
        if (rule instanceof ValueRule.Day) {
            return day(name, form);
        }
        if (rule instanceof ValueRule.Rows rows) {
            return rows(rows, name, form);
        }
        String written = form.getOrDefault(name, "").strip();
        if (written.isEmpty()) {
            return null;
        }
        if (rule instanceof ValueRule.Truth) {
            return written.equals("yes") ? Boolean.TRUE : written.equals("no") ? Boolean.FALSE : written;
        }
        if (rule instanceof ValueRule.Amount && AMOUNT.matcher(written).matches()) {
            return new BigDecimal(written.replace(',', '.'));
        }
        return written;
    }

    private static @Nullable String day(String name, Map<String, String> form) {
        String day = form.getOrDefault(name + ".day", "").strip();
        String month = form.getOrDefault(name + ".month", "").strip();
        String year = form.getOrDefault(name + ".year", "").strip();
        if ((day + month + year).isEmpty()) {
            return null;
        }
        boolean digits = List.of(day, month, year).stream()
                .allMatch(part -> DIGITS.matcher(part).matches());
        return digits
                ? "%04d-%02d-%02d".formatted(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                : day + "." + month + "." + year;
    }

    private static @Nullable List<Map<String, Object>> rows(
            ValueRule.Rows rule, String name, Map<String, String> form) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i <= MOST_ROWS; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (ApplicationField field : rule.fields()) {
                Object value = value(field.rule(), name + "[" + i + "]." + field.key(), form);
                if (value != null) {
                    row.put(field.key(), value);
                }
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows.isEmpty() ? null : rows;
    }

    /** What stands in the inputs of the page for these answers, by the name of the input. */
    static Map<String, String> shown(Asked question, Map<String, Object> answers) {
        Map<String, String> inputs = new LinkedHashMap<>();
        question.fields().forEach(field -> show(field, answers.get(field), inputs));
        return inputs;
    }

    private static void show(String name, @Nullable Object value, Map<String, String> inputs) {
        if (value instanceof List<?> rows) {
            for (int i = 0; i < rows.size(); i++) {
                String row = name + "[" + i + "].";
                if (rows.get(i) instanceof Map<?, ?> fields) {
                    fields.forEach((key, inner) -> show(row + key, inner, inputs));
                }
            }
        } else if (value instanceof Boolean truth) {
            inputs.put(name, truth ? "yes" : "no");
        } else if (value instanceof String text && isDay(name)) {
            Matcher date = ISO.matcher(text);
            if (date.matches()) {
                inputs.put(name + ".day", String.valueOf(Integer.parseInt(date.group(3))));
                inputs.put(name + ".month", String.valueOf(Integer.parseInt(date.group(2))));
                inputs.put(name + ".year", date.group(1));
            }
        } else if (value != null) {
            inputs.put(name, value.toString());
        }
    }

    private static boolean isDay(String name) {
        return rule(name.substring(name.lastIndexOf('.') + 1)) instanceof ValueRule.Day;
    }
}
