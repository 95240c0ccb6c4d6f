package dk.ics.intake.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The fields a capability keeps in the case file, one table in the schema {@code ics} with one row a case.
 *
 * <p>Each capability declares its set as a Spring bean; its migration creates the table with the column
 * {@code case_reference} as primary key and one nullable column a field:
 *
 * <pre>{@code
 * @Bean
 * static FieldSet identityFields() {
 *     return FieldSet.of("identity_control").code("documentType").text("documentNumber").date("documentExpiry");
 * }
 * }</pre>
 */
public final class FieldSet {

    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final String table;
    private final String referenceColumn;
    private final List<CaseField> fields = new ArrayList<>();

    private FieldSet(String table, String referenceColumn) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("No name for a table: " + table);
        }
        this.table = table;
        this.referenceColumn = referenceColumn;
    }

    /** A set that is kept in the given table of the schema {@code ics}. */
    public static FieldSet of(String table) {
        return new FieldSet(table, "case_reference");
    }

    /** The codes that stand on the case itself. */
    static FieldSet ofCase() {
        return new FieldSet("case_file", "reference");
    }

    public FieldSet text(String key) {
        return add(key, CaseField.Type.TEXT);
    }

    public FieldSet code(String key) {
        return add(key, CaseField.Type.CODE);
    }

    public FieldSet date(String key) {
        return add(key, CaseField.Type.DATE);
    }

    public FieldSet dateTime(String key) {
        return add(key, CaseField.Type.DATETIME);
    }

    public FieldSet bool(String key) {
        return add(key, CaseField.Type.BOOLEAN);
    }

    public FieldSet integer(String key) {
        return add(key, CaseField.Type.INTEGER);
    }

    public FieldSet decimal(String key) {
        return add(key, CaseField.Type.DECIMAL);
    }

    public FieldSet list(String key) {
        return add(key, CaseField.Type.LIST);
    }

    public List<CaseField> fields() {
        return List.copyOf(fields);
    }

    public String table() {
        return table;
    }

    String referenceColumn() {
        return referenceColumn;
    }

    private FieldSet add(String key, CaseField.Type type) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("No key for a field: " + key);
        }
        String column = key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        fields.add(new CaseField(key, table, column, type));
        return this;
    }
}
