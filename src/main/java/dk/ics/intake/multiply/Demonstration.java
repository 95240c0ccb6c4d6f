package dk.ics.intake.multiply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that a database is a demonstration's and nobody uses it. Production has no simulators, holds numbers and addresses
 * of real people, and has an application connected to it: each of these alone is enough to refuse.
 */
final class Demonstration {

    /** What must not be, in the order in which it is looked at: a query that gives true if it is, and what is said then. */
    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();

    static {
        REFUSALS.put(
                "select to_regclass('ics.multiplication') is null or to_regclass('ics.flyway_schema_history') is null",
                "It has not the tables of this version. Start the demonstration on it first");
        REFUSALS.put(
                "select not pg_has_role(current_user, (select relowner from pg_class"
                        + " where oid = 'ics.case_file'::regclass), 'usage')",
                "Connect as the owner of the tables");
        REFUSALS.put(
                "select not exists (select from ics.flyway_schema_history"
                        + " where script = 'V900__simulator_books.sql' and success)"
                        + " or to_regnamespace('simulator') is null",
                "It was not made by the demonstration: it has no simulated authorities");
        // A replacement number has 61 to 91 for the day, a number of the CPR register 01 to 31.
        REFUSALS.put(
                "select exists (select from (select danish_personal_number from ics.person"
                        + " union all select existing_number from ics.registration"
                        + " union all select cpr_number from ics.registration) n (number)"
                        + " where regexp_replace(number, '[^0-9]', '', 'g') ~ '^[0-3]')",
                "A case has a personal number that may be a real person's: replacement numbers begin with 6 to 9");
        // RFC 2606 and RFC 6761: nobody has a mailbox there.
        REFUSALS.put(
                "select exists (select from ics.person where email !~*"
                        + " '@([a-z0-9-]+[.])*(example([.](org|com|net|dk))?|test|invalid|localhost)$')",
                "A case has a mail address that may be a real person's: those of a demonstration end in example.org");
    }

    private static final String SOMEBODY_IS_CONNECTED = "select exists (select from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid() and usename is not null)";

    /** Whoever was stopped a moment ago may still be saying good-bye. */
    private static final int PATIENCE = 20;

    private static final long MILLISECONDS = 250;

    private Demonstration() {}

    /** Why the database is left alone; empty if it may be filled. */
    static Optional<String> refusal(Connection connection) throws SQLException {
        for (Map.Entry<String, String> refusal : REFUSALS.entrySet()) {
            if (is(connection, refusal.getKey())) {
                return Optional.of(refusal.getValue());
            }
        }
        return isLeft(connection)
                ? Optional.empty()
                : Optional.of("Somebody is connected to it. Stop the application first");
    }

    private static boolean isLeft(Connection connection) throws SQLException {
        for (int i = 0; i < PATIENCE && is(connection, SOMEBODY_IS_CONNECTED); i++) {
            try {
                Thread.sleep(MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !is(connection, SOMEBODY_IS_CONNECTED);
    }

    private static boolean is(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
