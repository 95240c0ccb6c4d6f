package dk.ics.intake.process.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as forms know them (JSON's own kinds; days and moments as ISO texts) and as Camunda's REST wraps them. */
final class WireFormat {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    private WireFormat() {}

    /** The value as the form's field takes it. */
    static Object forField(FormField field, Object value) {
        return field.takesMany() && value instanceof String codes
                ? Arrays.stream(codes.split(","))
                        .filter(code -> !code.isBlank())
                        .toList()
                : plain(value);
    }

    /** The value in JSON's own kinds. */
    static Object plain(Object value) {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        if (value instanceof OffsetDateTime moment) {
            return MOMENT.format(moment);
        }
        return value;
    }

    /** {@code {"type", "value", "valueInfo"}} as {@code form-variables} answers it. */
    static Map<String, Object> typed(@Nullable Object value) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("type", type(value));
        typed.put("value", value instanceof Collection || value instanceof Map ? json(value) : value);
        typed.put("valueInfo", Map.of());
        return typed;
    }

    /** Whether two values mean the same: empty is empty, 37.0 is 37. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return json(canonical(one)).equals(json(canonical(other)));
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (value == null || value instanceof String text && text.isEmpty()) {
            return null;
        }
        if (value instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new java.util.TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), canonical(entry)));
            sorted.values().removeIf(java.util.Objects::isNull);
            return sorted;
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? null
                    : list.stream().map(WireFormat::canonical).toList();
        }
        return plain(value);
    }

    private static String type(@Nullable Object value) {
        if (value == null) {
            return "Null";
        }
        if (value instanceof Boolean) {
            return "Boolean";
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return value instanceof Long ? "Long" : "Integer";
        }
        if (value instanceof Number) {
            return "Double";
        }
        return value instanceof Collection || value instanceof Map ? "Json" : "String";
    }

    private static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // Without the cause: Jackson repeats the value, and it may be a person's.
            throw new IllegalStateException("A form's value cannot be written as JSON");
        }
    }
}
