package dk.ics.intake.casefile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the fields of all field sets, one statement a table. */
@Repository
class FieldStore {

    private final JdbcClient jdbc;
    private final FieldValues values;
    private final Map<String, CaseField> fields = new TreeMap<>();
    private final Map<String, String> referenceColumns = new TreeMap<>();

    FieldStore(JdbcClient jdbc, FieldValues values, List<FieldSet> sets) {
        this.jdbc = jdbc;
        this.values = values;
        for (FieldSet set : sets) {
            referenceColumns.put(set.table(), set.referenceColumn());
            for (CaseField field : set.fields()) {
                CaseField other = fields.put(field.key(), field);
                if (other != null) {
                    throw new IllegalStateException("Two case fields have the key %s: in %s and in %s"
                            .formatted(field.key(), other.table(), field.table()));
                }
            }
        }
    }

    boolean knows(String key) {
        return fields.containsKey(key);
    }

    CaseField field(String key) {
        CaseField field = fields.get(key);
        if (field == null) {
            throw new IllegalArgumentException("The case file has no field " + key);
        }
        return field;
    }

    Map<String, Object> read(CaseReference reference, Collection<String> keys) {
        Map<String, Object> found = new LinkedHashMap<>();
        byTable(keys)
                .forEach((table, columns) -> jdbc.sql("select %s from ics.%s where %s = :reference"
                                .formatted(names(columns), table, referenceColumns.get(table)))
                        .param("reference", reference.value())
                        .query((row, number) -> {
                            for (CaseField field : columns) {
                                Object value = values.fromSql(row, field);
                                if (value != null) {
                                    found.put(field.key(), value);
                                }
                            }
                            return found;
                        })
                        .list());
        return found;
    }

    /** The same for many cases, one statement a table; a case without any of the values is not in the map. */
    Map<CaseReference, Map<String, Object>> readAll(Collection<CaseReference> references, Collection<String> keys) {
        Map<CaseReference, Map<String, Object>> found = new LinkedHashMap<>();
        String[] wanted = references.stream().map(CaseReference::value).toArray(String[]::new);
        byTable(keys)
                .forEach((table, columns) -> jdbc.sql(
                                "select %s as case_of_row, %s from ics.%s where %1$s = any(:references)"
                                        .formatted(referenceColumns.get(table), names(columns), table))
                        .param("references", wanted)
                        .query((row, number) -> {
                            CaseReference owner = new CaseReference(row.getString("case_of_row"));
                            for (CaseField field : columns) {
                                Object value = values.fromSql(row, field);
                                if (value != null) {
                                    found.computeIfAbsent(owner, none -> new LinkedHashMap<>())
                                            .put(field.key(), value);
                                }
                            }
                            return owner;
                        })
                        .list());
        return found;
    }

    void write(CaseReference reference, Map<String, ? extends @Nullable Object> changes) {
        byTable(changes.keySet()).forEach((table, columns) -> {
            // Not "insert … on conflict": PostgreSQL checks the constraints over several columns on the row it
            // proposes as well, and that row holds the changed columns only. The case row is locked, so no second
            // writer can come between.
            if (execute(update(table, columns), reference, columns, changes) == 0) {
                execute(insert(table, columns), reference, columns, changes);
            }
        });
    }

    private int execute(
            String sql,
            CaseReference reference,
            List<CaseField> columns,
            Map<String, ? extends @Nullable Object> changes) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("reference", reference.value());
        for (CaseField field : columns) {
            statement = statement.param(field.column(), values.toSql(field, changes.get(field.key())));
        }
        return statement.update();
    }

    private String update(String table, List<CaseField> columns) {
        return "update ics.%s set %s where %s = :reference"
                .formatted(
                        table,
                        columns.stream()
                                .map(field -> field.column() + " = " + parameter(field))
                                .collect(Collectors.joining(", ")),
                        referenceColumns.get(table));
    }

    private String insert(String table, List<CaseField> columns) {
        return "insert into ics.%s (%s, %s) values (:reference, %s)"
                .formatted(
                        table,
                        referenceColumns.get(table),
                        names(columns),
                        columns.stream().map(FieldStore::parameter).collect(Collectors.joining(", ")));
    }

    private static String parameter(CaseField field) {
        return "cast(:%s as %s)".formatted(field.column(), field.type().sqlType());
    }

    private static String names(List<CaseField> columns) {
        return columns.stream().map(CaseField::column).collect(Collectors.joining(", "));
    }

    /** In the order of the tables' names, so that two writers of one case cannot lock each other out. */
    private Map<String, List<CaseField>> byTable(Collection<String> keys) {
        return keys.stream()
                .distinct()
                .map(this::field)
                .collect(Collectors.groupingBy(CaseField::table, TreeMap::new, Collectors.toList()));
    }
}
