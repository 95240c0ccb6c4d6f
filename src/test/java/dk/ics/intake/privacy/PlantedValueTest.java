package dk.ics.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A scan that finds nothing proves something only if it would have found it. */
@IntakeTest
class PlantedValueTest {

    private static final String NAME = "Ærøskjøbing-Ståhlquist";
    private static final LocalDate BIRTH_DATE = LocalDate.of(1987, 11, 23);
    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    /** What the scan must find, by the type of the column it is put into. Booleans can hold nothing of a person. */
    private static final Map<String, Object> PLANTED = Map.of(
            "character varying",
            NAME,
            "text",
            NAME,
            "bytea",
            ("…" + NAME + "…").getBytes(StandardCharsets.UTF_8),
            "timestamp without time zone",
            Timestamp.valueOf(BIRTH_DATE.atStartOfDay()),
            "bigint",
            BIRTH_DATE.atStartOfDay(COPENHAGEN).toInstant().toEpochMilli(),
            "integer",
            23111987,
            "double precision",
            23111987d);

    @Autowired
    TestDatabase database;

    private record Column(String table, String name) {}

    @Test
    void a_value_is_found_in_every_type_of_column_that_can_hold_it() throws SQLException {
        var scan = new PrivacyScan(Needles.of(Map.of("name", NAME, "birthDate", BIRTH_DATE)));
        try (var connection = database.as("postgres").getConnection()) {
            assertThat(scan.engineTables(connection)).isEmpty();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set session_replication_role = replica");
                statement.execute(
                        "insert into act_ru_variable (id_, name_, type_) values ('planted', 'any', 'double')");
            }
            connection.commit();
            var types = columnsByType(connection);
            types.remove("boolean");
            assertThat(types.keySet()).isSubsetOf(PLANTED.keySet());
            for (var type : types.entrySet()) {
                var value = Objects.requireNonNull(PLANTED.get(type.getKey()));
                var place = plant(connection, type.getValue(), value);
                assertThat(scan.engineTables(connection))
                        .as("planted in %s, a column of type %s", place, type.getKey())
                        .extracting(PrivacyScan.Finding::place)
                        .contains(place);
                connection.rollback();
            }
            try (var statement = connection.createStatement()) {
                statement.execute("delete from act_ru_variable where id_ = 'planted'");
            }
            connection.commit();
        }
    }

    @Test
    void a_line_of_a_log_is_found_in_other_spelling() {
        var scan = new PrivacyScan(Needles.of(Map.of("name", NAME, "birthDate", BIRTH_DATE)));
        assertThat(scan.lines("log", List.of("GET /x?n=%C3%86R%C3%98SKJ%C3%98BING-ST%C3%85HLQUIST", "born 23.11.1987")))
                .extracting(PrivacyScan.Finding::field)
                .containsExactly("name", "birthDate");
        assertThat(scan.lines("log", List.of("nothing of anybody"))).isEmpty();
    }

    /** Puts the value into the first of the columns that a row exists for, and says where. */
    private static String plant(Connection connection, List<Column> columns, Object value) throws SQLException {
        for (var column : columns) {
            var sql = "update public.%1$s set %2$s = ? where ctid = (select ctid from public.%1$s limit 1)"
                    .formatted(column.table(), column.name());
            var savepoint = connection.setSavepoint();
            try (var update = connection.prepareStatement(sql)) {
                update.setObject(1, value);
                if (update.executeUpdate() == 1) {
                    return column.table() + "." + column.name();
                }
            } catch (SQLException tooNarrow) {
                // The next column of this type is tried; that none takes it fails the test below.
                connection.rollback(savepoint);
            }
        }
        throw new AssertionError("No row to plant a value in: " + columns);
    }

    private static Map<String, List<Column>> columnsByType(Connection connection) throws SQLException {
        Map<String, List<Column>> types = new LinkedHashMap<>();
        try (var statement = connection.prepareStatement("""
                        select data_type, table_name, column_name from information_schema.columns
                        where table_schema = 'public' and table_name like 'act\\_%'
                        order by data_type, table_name, column_name""");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                types.computeIfAbsent(rows.getString(1), type -> new ArrayList<>())
                        .add(new Column(rows.getString(2), rows.getString(3)));
            }
        }
        return types;
    }
}
