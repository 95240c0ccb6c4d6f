package dk.ics.intake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works or supervises here.
 *
 * @param name first and last name; the user id for who has no account any more
 */
public record Employee(String userId, String name) {

    private static final String SYSTEM = "system";

    /** The columns {@code <prefix>} and {@code <prefix>_name} of a row; null where nobody did it. */
    static @Nullable Employee of(ResultSet row, String prefix) throws SQLException {
        String userId = row.getString(prefix);
        return userId == null ? null : of(userId, row.getString(prefix + "_name"));
    }

    static Employee of(String userId, @Nullable String name) {
        if (userId.equals(SYSTEM)) {
            return new Employee(userId, "Systemet");
        }
        return new Employee(userId, name == null || name.isBlank() ? userId : name.strip());
    }

    /** SQL for the name of the account whose id stands in a column. */
    static String name(String column) {
        return "(select concat_ws(' ', u.first_, u.last_) from public.act_id_user u where u.id_ = " + column + ")";
    }

    /** As a report writes it: the name, and the user id by which everything is recorded. */
    String written() {
        return name.equals(userId) || userId.equals(SYSTEM) ? name : name + " (" + userId + ")";
    }
}
