package dk.ics.intake.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One value of the case file: under this key in forms, in this column in the database.
 *
 * @param key camel-case name, unique over all field sets
 * @param table table in the schema {@code ics}, without the schema
 * @param column snake-case form of the key
 */
public record CaseField(String key, String table, String column, Type type) {

    /** What a field holds, and the Java type in which it is read and written. */
    public enum Type {
        /** Free text, {@link String}. */
        TEXT(String.class, "text"),
        /** A code out of a list, {@link String}. */
        CODE(String.class, "text"),
        /** A day, {@link LocalDate}. */
        DATE(LocalDate.class, "date"),
        /** A moment, {@link OffsetDateTime}, read with Danish offset. */
        DATETIME(OffsetDateTime.class, "timestamptz"),
        BOOLEAN(Boolean.class, "boolean"),
        INTEGER(Integer.class, "integer"),
        DECIMAL(BigDecimal.class, "numeric"),
        /** Rows of a dynamic list, each a {@code Map<String, Object>} of JSON values; dates in it are ISO texts. */
        LIST(List.class, "jsonb");

        private final Class<?> javaType;
        private final String sqlType;

        Type(Class<?> javaType, String sqlType) {
            this.javaType = javaType;
            this.sqlType = sqlType;
        }

        public Class<?> javaType() {
            return javaType;
        }

        /** Short name of the column's type in PostgreSQL. */
        public String sqlType() {
            return sqlType;
        }
    }
}
