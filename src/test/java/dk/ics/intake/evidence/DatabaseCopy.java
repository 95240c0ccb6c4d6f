package dk.ics.intake.evidence;

import dk.ics.intake.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The rows of the shared database at one moment, and how they are put into a new one. */
public final class DatabaseCopy {

    private DatabaseCopy() {}

    public static Map<String, byte[]> of(TestDatabase database) throws SQLException, IOException {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        try (Connection connection = database.as("postgres").getConnection()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables(connection)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                copy.copyOut("copy " + table + " to stdout", out);
                rows.put(table, out.toByteArray());
            }
        }
        return rows;
    }

    /** A database with the simulators' books, as the demonstration makes it. Says how to connect to it as {@code app}. */
    public static String restore(
            TestDatabase server, String name, Map<String, byte[]> rows, JavaMigration... migrations)
            throws SQLException, IOException {
        server.create(name);
        migrate(server.url(name), TestDatabase.PASSWORD, migrations);
        try (Connection connection = DriverManager.getConnection(server.url(name), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", tables(connection)));
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables(connection)) {
                copy.copyIn(
                        "copy " + table + " from stdin",
                        new ByteArrayInputStream(rows.getOrDefault(table, new byte[0])));
            }
            statement.execute("select setval('ics.evidence_entry_id_seq', (select max(id) from ics.evidence_entry))");
        }
        return server.url(name) + "&user=app&password=" + TestDatabase.PASSWORD;
    }

    /** Makes the tables in an empty database of the owner's. */
    public static void migrate(String url, String password, JavaMigration... migrations) {
        Flyway.configure()
                .dataSource(url, "owner", password)
                .defaultSchema("ics")
                .schemas("ics")
                .outOfOrder(true)
                .placeholders(Map.of("app", "app"))
                .locations("classpath:db/migration", "classpath:db/simulator")
                .javaMigrations(migrations)
                .load()
                .migrate();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select format('%I.%I', n.nspname, c.relname) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname in ('public', 'ics') and c.relname <> 'flyway_schema_history'
                        order by 1
                        """)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
