package dk.ics.intake.multiply;

import java.util.Map;
import java.util.Set;

/** Columns with ids that belong to a case and so differ in each copy. All others name what cases have in common. */
final class OwnIds {

    /** Of the engine's history, whichever table. */
    private static final Set<String> OF_HISTORY = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "super_process_instance_id_",
            "restarted_proc_inst_id_",
            "call_proc_inst_id_",
            "execution_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "task_id_",
            "parent_task_id_",
            "var_inst_id_",
            "operation_id_",
            "job_id_",
            "ext_task_id_",
            "external_task_id_",
            "dec_inst_id_",
            "root_dec_inst_id_",
            "cause_incident_id_",
            "root_cause_incident_id_",
            "configuration_",
            "history_configuration_");

    private static final Map<String, Set<String>> OF_ROOMS = Map.of(
            "ics.case_access", Set.of("task_id", "document_id"),
            "ics.document", Set.of("id"),
            "ics.forwarding", Set.of("id", "process_instance_id"),
            "ics.letter_document", Set.of("document_id"),
            "ics.note", Set.of("id"),
            "ics.notice", Set.of("id"),
            "ics.receipt", Set.of("forwarding_id"));

    private OwnIds() {}

    static boolean has(String table, String column) {
        return table.startsWith("public.")
                ? OF_HISTORY.contains(column)
                : OF_ROOMS.getOrDefault(table, Set.of()).contains(column);
    }
}
