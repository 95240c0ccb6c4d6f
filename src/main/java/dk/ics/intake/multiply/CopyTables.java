package dk.ics.intake.multiply;

import dk.ics.intake.evidence.CopiedLedger;
import dk.ics.intake.multiply.CopyTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables that are copied, those first that others refer to. A table of the rooms is found by its column
 * {@code case_reference}, so one that comes later is copied too; of the engine only history is, for a finished case has
 * nothing else.
 */
final class CopyTables {

    /** Which cases came together; how long to wait for an authority; files that are no documents of the case yet. */
    private static final Set<String> NOT_COPIED =
            Set.of("ics.application_case", "ics.authority_silence", "ics.quarantine");

    private static final List<String> FIRST = List.of("ics.case_file", "ics.person", "ics.document", "ics.control");

    private static final String BY_INSTANCE =
            "join public.act_hi_procinst p on p.business_key_ = c.reference join %s s on s.%s = p.proc_inst_id_";
    private static final String BY_DECISION =
            BY_INSTANCE.formatted("public.act_hi_decinst", "proc_inst_id_").replace(" s on s.", " d on d.")
                    + " join %s s on s.dec_inst_id_ = d.id_";

    private static final Map<String, String> HISTORY = new LinkedHashMap<>();

    static {
        HISTORY.put("public.act_hi_procinst", "join public.act_hi_procinst s on s.business_key_ = c.reference");
        List.of(
                        "actinst",
                        "taskinst",
                        "varinst",
                        "detail",
                        "comment",
                        "attachment",
                        "incident",
                        "ext_task_log",
                        "op_log",
                        "decinst")
                .forEach(table -> {
                    String name = "public.act_hi_" + table;
                    HISTORY.put(name, BY_INSTANCE.formatted(name, "proc_inst_id_"));
                });
        HISTORY.put("public.act_hi_job_log", BY_INSTANCE.formatted("public.act_hi_job_log", "process_instance_id_"));
        HISTORY.put(
                "public.act_hi_identitylink",
                BY_INSTANCE.formatted("public.act_hi_identitylink", "root_proc_inst_id_"));
        HISTORY.put("public.act_hi_dec_in", BY_DECISION.formatted("public.act_hi_dec_in"));
        HISTORY.put("public.act_hi_dec_out", BY_DECISION.formatted("public.act_hi_dec_out"));
    }

    private CopyTables() {}

    static List<CopyTable> of(Connection connection) throws SQLException {
        Map<String, String> joins = new LinkedHashMap<>();
        for (String table : ofRooms(connection)) {
            joins.put(
                    table,
                    "join %s s on s.%s = c.reference"
                            .formatted(table, table.equals("ics.case_file") ? "reference" : "case_reference"));
        }
        joins.put(
                "ics.letter_document",
                "join ics.document d on d.case_reference = c.reference"
                        + " join ics.letter_document s on s.document_id = d.id");
        joins.put(
                "ics.receipt",
                "join ics.forwarding f on f.case_reference = c.reference"
                        + " join ics.receipt s on s.forwarding_id = f.id");
        joins.putAll(HISTORY);
        List<CopyTable> tables = new ArrayList<>();
        for (Map.Entry<String, String> join : joins.entrySet()) {
            tables.add(table(connection, join.getKey(), join.getValue()));
        }
        return tables;
    }

    private static List<String> ofRooms(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>(List.of("ics.case_file"));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select 'ics.' || c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = 'ics'::regnamespace and c.relkind = 'r' and a.attname = 'case_reference'
                        order by 1
                        """)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        found.removeAll(NOT_COPIED);
        // What supervision drew belongs to its sample, an enquiry to the register of all.
        found.removeAll(CopiedLedger.tablesOfNoCase());
        found.sort(Comparator.comparingInt(table -> FIRST.contains(table) ? FIRST.indexOf(table) : FIRST.size()));
        return found;
    }

    private static CopyTable table(Connection connection, String name, String ofCase) throws SQLException {
        List<Column> columns = new ArrayList<>();
        @Nullable String number = null;
        try (PreparedStatement statement = connection.prepareStatement("""
                select a.attname, t.typname, a.attidentity <> '' from pg_attribute a join pg_type t on t.oid = a.atttypid
                where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by a.attnum
                """)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                    if (rows.getBoolean(3)) {
                        number = rows.getString(1);
                    }
                }
            }
        }
        return new CopyTable(name, ofCase, List.copyOf(columns), number);
    }
}
