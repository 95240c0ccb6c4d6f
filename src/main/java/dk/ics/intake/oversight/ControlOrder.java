package dk.ics.intake.oversight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In which order controls are listed. Each ends in what tells one control from every other, and each is the order of an
 * index, forward or backward: a page begins where the one before ended, wherever that is.
 */
public record ControlOrder(By by, boolean descending) {

    /** By what controls can be sorted. */
    public enum By {
        TIME("time", "controlled_at", "case_reference", "control_no"),
        CASE("case", "case_reference", "control_no"),
        MUNICIPALITY("municipality", "municipality", "controlled_at", "case_reference", "control_no"),
        EMPLOYEE("employee", "controlled_by", "controlled_at", "case_reference", "control_no");

        private final String code;
        private final List<String> columns;

        By(String code, String... columns) {
            this.code = code;
            this.columns = List.of(columns);
        }

        public String code() {
            return code;
        }

        public static Optional<By> of(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    /** The newest first. */
    public static final ControlOrder NEWEST = new ControlOrder(By.TIME, true);

    /** For {@code order by}. */
    String columns() {
        String direction = descending ? " desc" : "";
        return by.columns.stream().map(column -> "s." + column + direction).collect(Collectors.joining(", "));
    }

    /** Where a page begins, after the control of a {@link ControlPlace}. */
    String after() {
        String columns = by.columns.stream().map(column -> "s." + column).collect(Collectors.joining(", "));
        String values = by.columns.stream().map(column -> ":after_" + column).collect(Collectors.joining(", "));
        return "(%s) %s (%s)".formatted(columns, descending ? "<" : ">", values);
    }
}
