package dk.ics.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table or column that comes later must be put under watch, or be named here with the reason why not. */
@IntakeTest
class WatchedTablesTest {

    /** Columns that are not digested, see {@link WatchedTables}. */
    static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "act_id_group", Set.of("rev_"),
            "act_id_user", Set.of("rev_", "first_", "last_", "email_", "lock_exp_time_", "attempts_", "picture_id_"),
            "act_ru_authorization", Set.of("rev_"),
            "ics.document", Set.of("content", "content_key"));

    /** Tables of cases that are not evidence of what was done. */
    private static final Set<String> NOT_WATCHED = Set.of(
            "ics.application_case", // which cases came together, of the moment of receipt
            "ics.control_lacking", // which controls the list shows as lacking something; made from ics.control_*
            "ics.control_standing", // the list of controls; made from ics.control, ics.identity and ics.supervision_*
            "ics.name_word", // how a name is found; made from ics.person
            "ics.quarantine", // files nobody has examined yet; what comes of each stands in the journal
            "ics.authority_silence", // how long to wait for an authority; gone when it answers
            "ics.case_access"); // a log of its own that the application can only add to

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_column_is_under_watch() {
        for (WatchedTable table : WatchedTables.all()) {
            List<String> columns = columns(table.name());
            columns.removeAll(LEFT_OUT.getOrDefault(table.name(), Set.of()));
            assertThat(table.versions().get(table.version() - 1))
                    .as("columns of " + table.name())
                    .containsExactlyInAnyOrderElementsOf(columns);
        }
    }

    @Test
    void every_table_of_cases_is_under_watch() {
        List<String> ofCases = jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.columns
                        where table_schema = 'ics' and column_name = 'case_reference'
                        """).query(String.class).list();
        ofCases.removeAll(NOT_WATCHED);
        assertThat(WatchedTables.all()).extracting(WatchedTable::name).containsAll(ofCases);
    }

    @Test
    void each_has_its_triggers_and_the_database_watches_no_other() {
        List<String> watched = jdbc.sql("""
                        select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname
                        from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
                        where g.tgname in ('evidence_insert', 'evidence_update', 'evidence_delete') and g.tgenabled = 'O'
                        group by 1 having count(*) = 3
                        """).query(String.class).list();
        assertThat(WatchedTables.all()).extracting(WatchedTable::name).containsExactlyInAnyOrderElementsOf(watched);
    }

    @Test
    void the_application_can_neither_change_nor_remove() {
        List<String> rights = jdbc.sql("""
                        select table_name || ' ' || privilege_type from information_schema.role_table_grants
                        where grantee = 'app' and table_name like 'evidence%' and privilege_type not in ('INSERT', 'SELECT')
                        """).query(String.class).list();
        assertThat(rights).isEmpty();
    }

    private List<String> columns(String table) {
        return jdbc.sql("""
                        select string_agg(attname, ' ') from pg_attribute
                        where attrelid = cast(:name as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
                        """)
                .param("name", table.contains(".") ? table : "public." + table)
                .query((row, number) ->
                        new java.util.ArrayList<>(Arrays.asList(row.getString(1).split(" "))))
                .single();
    }
}
