package dk.ics.intake.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpTest {

    private static final TestDatabase DATABASE = TestDatabase.instance();

    @TempDir
    private Path directory;

    @BeforeAll
    static void makeDatabase() throws SQLException {
        DATABASE.create("dumped");
        try (Connection connection = connect("dumped");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema room;
                    grant usage on schema room to app;
                    alter default privileges in schema room grant select, insert on tables to app;
                    create sequence room.number start 7 increment 3 cycle maxvalue 100;
                    create function room.plain(name text) returns text language sql immutable
                      as $$ select lower(name); $$;
                    create function room.refuse() returns trigger language plpgsql
                      as $$ begin raise exception 'append only'; end $$;
                    create table room."Person" (
                      id        bigint generated always as identity primary key,
                      partner   bigint,
                      name      varchar(64) not null default 'none' check (name <> ''),
                      plain     text generated always as (room.plain(name)) stored,
                      names     text[] not null default '{}',
                      facts     jsonb,
                      photo     bytea,
                      born      date,
                      seen      timestamptz,
                      weight    double precision
                    );
                    create unique index only_one on room."Person" (plain) where partner is null;
                    create index some_names on room."Person" using gin (names) with (fastupdate = off);
                    create extension btree_gist schema room;
                    create table room.stay (room int, days daterange, exclude using gist (room with =, days with &&));
                    insert into room.stay values (1, '[2026-03-01,2026-03-05)');
                    create table room.note (text text);
                    create trigger append_only before delete on room.note
                      for each row execute function room.refuse();
                    revoke insert on room.note from app;
                    insert into room."Person" (partner, name, names, facts, photo, born, seen, weight) values
                      (2, E'Søren\\t\\\\N\\n', '{"a,b",null,""}', '{"b": 1, "a": [null]}', '\\x000aff', '2024-02-29',
                        '2026-03-29 02:30+01', 0.1::double precision + 0.2),
                      (1, 'NULL', '{}', null, null, null, 'infinity', 'NaN');
                    alter table room."Person" add foreign key (partner) references room."Person" (id);
                    insert into room.note values ('b'), (null), ('a');
                    select nextval('room.number'), nextval('room.number');
                    """);
            statement.execute("""
                    create function room.twice(name text) returns text language sql immutable
                    begin atomic select room.plain(name) || room.plain(name); end
                    """);
        }
    }

    @Test
    void a_restored_database_gives_the_same_dump_and_keeps_to_the_same_rules() throws Exception {
        Path dump = dump("dumped");
        DATABASE.create("restored");
        try (Connection connection = connect("restored")) {
            Dump.restore(dump, connection);
        }

        assertThat(dump("restored")).hasSameBinaryContentAs(dump);
        assertThat(Dump.contents(dump)).containsKeys("rows/room.\"Person\"", "rows/room.note");
        assertThat(one("insert into room.\"Person\" (name) values ('Next') returning id"))
                .isEqualTo("3");
        assertThat(refusalOf("delete from room.note")).contains("append only");
        assertThat(refusalOf("insert into room.\"Person\" (partner) values (9)"))
                .contains("Person_partner_fkey");
        assertThat(refusalOf("insert into room.\"Person\" (id) values (9)")).contains("428C9");
        assertThat(refusalOf("insert into room.stay values (1, '[2026-03-04,2026-03-08)')"))
                .contains("23P01");
        assertThat(one("select pg_get_indexdef('room.some_names'::regclass)")).contains("fastupdate");
        assertThat(refusalOf("set role app")).contains("42501");
        assertThat(one("select room.twice('Å')")).isEqualTo("åå");
        assertThat(one("select nextval('room.number')")).isEqualTo("13");
        assertThat(one("select has_table_privilege('app', 'room.\"Person\"', 'insert')"))
                .isEqualTo("t");
        assertThat(one("select has_table_privilege('app', 'room.note', 'insert')"))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create view public.lost as select 1 | public.lost is of kind v",
                "create type public.lost as enum ('a') | type public.lost",
                "create table public.lost (a text collate \"C\") | public.lost.a",
                "create table public.lost (a serial) | sequence public.lost_a_seq",
                "create table public.lost (a int) with (fillfactor = 50) | public.lost is of kind r",
                "create unlogged table public.lost () | public.lost is of kind r",
                "create table public.lost (a int); grant update (a) on public.lost to app | public.lost.a",
                "create function public.lost() returns int language sql as 'select 1';"
                        + " revoke all on function public.lost from public | function public.lost"
            })
    void what_a_dump_would_lose_is_refused(String sql, String named) throws SQLException {
        DATABASE.create("refused");
        try (Connection connection = connect("refused");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            assertThatThrownBy(() -> Dump.write(connection, directory.resolve("refused.zip")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(named);
        } finally {
            DATABASE.execute("drop database refused");
        }
    }

    private Path dump(String database) throws Exception {
        Path file = directory.resolve(database + ".zip");
        try (Connection connection = connect(database)) {
            Dump.write(connection, file);
        }
        return file;
    }

    private static String refusalOf(String sql) {
        try {
            return "not refused: " + one(sql);
        } catch (SQLException e) {
            return e.getSQLState() + " " + e.getMessage();
        }
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = connect("restored");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "done";
            }
            statement.getResultSet().next();
            return String.valueOf(statement.getResultSet().getString(1));
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(DATABASE.url(database), "owner", TestDatabase.PASSWORD);
    }
}
