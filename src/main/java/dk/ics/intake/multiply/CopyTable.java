package dk.ics.intake.multiply;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with rows of cases, and the statement that copies those of the cases in {@code copy}: one row for each, with its
 * number, references, head of ids and age.
 *
 * @param name with its schema
 * @param ofCase how its rows, {@code s}, are joined to the cases, {@code c}
 * @param number of its own that a row has, drawn from a sequence; null if its key is something else
 */
record CopyTable(
        String name,
        String ofCase,
        List<Column> columns,
        @Nullable String number) {

    /** @param type as PostgreSQL calls it */
    record Column(String name, String type) {}

    private static final String ID = "%1$s is null or length(%1$s) < 36 then %1$s"
            + " else left(%1$s, length(%1$s) - 36) || c.head || right(%1$s, 28)";

    /**
     * @param width numbers that are kept for a copy
     * @param added to the number of a row, beside what is kept for the copies before
     */
    String insert(long width, long added) {
        return "insert into %s (%s) overriding system value select %s from copy c %s"
                .formatted(
                        name,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(column -> value(column, width, added))
                                .collect(Collectors.joining(", ")),
                        ofCase);
    }

    private String value(Column column, long width, long added) {
        String own = "s." + column.name();
        if (column.name().equals(number)) {
            return "%s + c.copy * %d + (%d)".formatted(own, width, added);
        }
        if (OwnIds.has(name, column.name())) {
            return column.type().equals("uuid")
                    ? "(c.head || right(%s::text, 28))::uuid".formatted(own)
                    : "case when " + ID.formatted(own) + " end";
        }
        if (name.equals("ics.receipt") && column.name().equals("receipt_id")) {
            // The authority's own name of it, whatever it is made of.
            return "concat(%s, '/', c.copy)".formatted(own);
        }
        return switch (column.type()) {
            case "text" ->
                isSupervision(column.name())
                        ? "'none'"
                        : isReference(column.name()) ? "c.copied" : "replace(%s, c.reference, c.copied)".formatted(own);
            case "varchar" -> column.name().equals("business_key_") ? "c.copied" : own;
            case "timestamptz", "timestamp" -> own + " - make_interval(days => c.days)";
            case "date" -> staysWithThePerson(column.name()) ? own : own + " - c.days";
            default -> own;
        };
    }

    private boolean isReference(String column) {
        return column.equals("case_reference") || (name.equals("ics.case_file") && column.equals("reference"));
    }

    /** What is known of people does not change with the day on which their case was. */
    private boolean staysWithThePerson(String column) {
        return name.equals("ics.person")
                || column.startsWith("new_")
                || column.contains("birth")
                || column.contains("expiry");
    }

    /** A copy is in nobody's sample: the supervision of the original is not copied. */
    private boolean isSupervision(String column) {
        return name.equals("ics.control_standing") && column.equals("supervision");
    }
}
