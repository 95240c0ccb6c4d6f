package dk.ics.intake.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.casefile.CaseField.Type;
import dk.ics.intake.time.DanishCalendar;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of case fields between Java and the database. What is refused is never repeated in the exception. */
@Component
class FieldValues {

    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final ObjectMapper json;

    FieldValues(ObjectMapper json) {
        this.json = json;
    }

    @Nullable
    Object fromSql(ResultSet row, CaseField field) throws SQLException {
        String column = field.column();
        return switch (field.type()) {
            case TEXT, CODE -> row.getString(column);
            case DATE -> row.getObject(column, LocalDate.class);
            case DATETIME -> {
                OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
                yield at == null
                        ? null
                        : at.atZoneSameInstant(DanishCalendar.COPENHAGEN).toOffsetDateTime();
            }
            case BOOLEAN -> row.getObject(column, Boolean.class);
            case INTEGER -> row.getObject(column, Integer.class);
            case DECIMAL -> row.getBigDecimal(column);
            case LIST -> {
                String text = row.getString(column);
                yield text == null ? null : rows(text);
            }
        };
    }

    @Nullable
    Object toSql(CaseField field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (field.type() == Type.DATETIME && value instanceof Instant instant) {
            return instant.atZone(DanishCalendar.COPENHAGEN).toOffsetDateTime();
        }
        if (field.type() == Type.DECIMAL && value instanceof Integer whole) {
            return BigDecimal.valueOf(whole);
        }
        if (!field.type().javaType().isInstance(value)) {
            throw new IllegalArgumentException("Field %s takes %s, not %s"
                    .formatted(
                            field.key(),
                            field.type().javaType().getSimpleName(),
                            value.getClass().getSimpleName()));
        }
        return switch (field.type()) {
            case TEXT, CODE -> emptyToNull(CaseText.normalise((String) value));
            case LIST -> write(normalise(value));
            default -> value;
        };
    }

    private static Object normalise(Object part) {
        if (part instanceof String text) {
            return CaseText.normalise(text);
        }
        if (part instanceof List<?> list) {
            return list.stream().map(FieldValues::normalise).toList();
        }
        if (part instanceof Map<?, ?> map) {
            Map<Object, Object> normalised = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (value != null) {
                    normalised.put(key, normalise(value));
                }
            });
            return normalised;
        }
        return part;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    // Jackson's own exceptions repeat what they could not read or write, so they are not passed on.

    private List<Map<String, Object>> rows(String text) {
        try {
            return json.readValue(text, ROWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list in the case file is no JSON list");
        }
    }

    private String write(Object list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A list for the case file cannot be written as JSON");
        }
    }
}
