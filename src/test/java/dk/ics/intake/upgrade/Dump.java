package dk.ics.intake.upgrade;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A whole database in one zip: its schema as SQL, read from PostgreSQL's catalogue, and every table as {@code COPY}
 * writes it, rows in the order of the primary key. The same database always gives the same bytes.
 *
 * <p>The schema is in it because no migration of a later version must take part in bringing back an old database. It
 * takes JDBC only: PostgreSQL's own {@code pg_dump} does not come with the embedded server.
 */
public final class Dump {

    private static final String TABLES = "tables.sql";
    private static final String RULES = "rules.sql";
    private static final String ROWS = "rows/";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Dump() {}

    /**
     * Writes the database as it stands at one moment.
     *
     * @param connection of a role that reads everything
     * @throws IllegalStateException if there is something in the database that the dump would lose
     */
    public static void write(Connection connection, Path file) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
            plainText(statement);
            Schema schema = new Schema(statement);
            schema.refuseWhatWouldBeLost();
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.setLevel(Deflater.BEST_COMPRESSION);
                text(zip, TABLES, schema.tables());
                rows(connection.unwrap(PGConnection.class).getCopyAPI(), rowsInOrder(statement), zip);
                text(zip, RULES, schema.rules());
            }
        } finally {
            connection.rollback();
        }
    }

    private static void rows(CopyManager copy, Map<String, String> queries, ZipOutputStream zip)
            throws SQLException, IOException {
        for (Map.Entry<String, String> table : queries.entrySet()) {
            entry(zip, ROWS + table.getKey());
            copy.copyOut("copy (%s) to stdout with (header)".formatted(table.getValue()), zip);
            zip.closeEntry();
        }
    }

    /**
     * Brings a dump into an empty database, all of it or nothing.
     *
     * @param connection of role {@code owner}, which owns the database; role {@code app} is there as well
     */
    public static void restore(Path file, Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            plainText(statement);
            statement.execute("set check_function_bodies to off");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(ROWS)) {
                    String table = entry.getName().substring(ROWS.length());
                    copy.copyIn("copy " + table + " from stdin with (header match)", unclosed(zip));
                } else {
                    for (String part : new String(zip.readAllBytes(), StandardCharsets.UTF_8).split(Schema.CUT)) {
                        statement.execute(part);
                    }
                }
            }
            connection.commit();
        } finally {
            connection.rollback();
        }
    }

    /** What is in a dump, by name. */
    static Map<String, String> contents(Path file) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    /** Every name with its schema, every value in one form, whatever the server is set to. */
    private static void plainText(Statement statement) throws SQLException {
        statement.execute("set search_path to ''");
        statement.execute("set timezone to 'UTC'");
        statement.execute("set datestyle to iso");
        statement.execute("set bytea_output to hex");
    }

    /** For each table the query of its rows; what the database computes itself is not among the columns. */
    private static Map<String, String> rowsInOrder(Statement statement) throws SQLException {
        Map<String, String> queries = new LinkedHashMap<>();
        try (ResultSet tables = statement.executeQuery("""
                select format('%I.%I', n.nspname, c.relname),
                  (select string_agg(format('t.%I', attname), ', ' order by attnum) from pg_attribute
                   where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''),
                  coalesce((select string_agg(format('t.%I', a.attname), ', ' order by k.place)
                            from pg_index i, unnest(i.indkey) with ordinality k (attnum, place), pg_attribute a
                            where i.indrelid = c.oid and i.indisprimary
                              and a.attrelid = c.oid and a.attnum = k.attnum), 't::text')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and OURS
                order by 1
                """.replace("OURS", Schema.OURS))) {
            while (tables.next()) {
                queries.put(
                        tables.getString(1),
                        "select %s from %s t order by %s"
                                .formatted(tables.getString(2), tables.getString(1), tables.getString(3)));
            }
        }
        return queries;
    }

    private static void text(ZipOutputStream zip, String name, String content) throws IOException {
        entry(zip, name);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** The entry only: whoever reads it to its end must not close the zip. */
    private static InputStream unclosed(ZipInputStream zip) {
        return new FilterInputStream(zip) {
            @Override
            public void close() {
                // The zip goes on with its next entry.
            }
        };
    }
}
