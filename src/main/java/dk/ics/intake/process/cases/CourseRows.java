package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of which the course of a case is made: the engine's history and what the rooms keep, each kind in one statement
 * over the case's own rows. Who may read them has been decided before.
 */
@Repository
class CourseRows {

    private static final String REFERENCE = "reference";
    private static final String OF_CASE =
            " from act_hi_procinst p join %s r on r.proc_inst_id_ = p.proc_inst_id_ where p.business_key_ = :reference";

    private final JdbcClient jdbc;

    CourseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An instance of a process. */
    record Instance(
            String id,
            String definition,
            @Nullable String parent,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * A step of a process.
     *
     * @param element its id in the model
     * @param called the instance it has called
     */
    record Step(
            String id,
            String instance,
            String element,
            @Nullable String name,
            String type,
            Instant startedAt,
            @Nullable Instant endedAt,
            boolean cancelled,
            @Nullable String called) {}

    record Task(
            String id,
            String instance,
            String key,
            String name,
            @Nullable String assignee,
            Instant createdAt,
            @Nullable Instant endedAt,
            boolean completed) {}

    /** Somebody got a task, or no longer has it. */
    record Claim(String taskId, String user, boolean got, Instant at) {}

    record Decision(
            String id,
            String instance,
            String definition,
            String key,
            @Nullable String name,
            Instant at) {}

    /**
     * A value that went into a decision or came out of it.
     *
     * @param result whether it came out
     * @param rule id of the row of the table that gave it; null for what went in, and for what no table gave
     */
    record DecisionValue(
            String decision,
            String name,
            @Nullable String value,
            boolean result,
            @Nullable String rule) {}

    /** A line of the journal, or a note. */
    record Journal(
            String table, String id, Instant at, String user, String act, String description, List<String> changed) {}

    record Paper(UUID id, String type, boolean issued, Instant at, String user) {}

    /** What went to an authority, or came from it. */
    record Sending(String table, String id, String authority, String step, String act, Instant at) {}

    record Access(
            Instant at,
            String user,
            String act,
            String purpose,
            @Nullable String task,
            @Nullable String document,
            @Nullable Integer page) {}

    List<Instance> instances(CaseReference reference) {
        return list(
                "select id_, proc_def_id_, super_process_instance_id_, start_time_, end_time_ from act_hi_procinst"
                        + " where business_key_ = :reference order by start_time_, id_",
                reference,
                row -> new Instance(
                        row.getString(1), row.getString(2), row.getString(3), at(row, 4), atOrNull(row, 5)));
    }

    List<Step> steps(CaseReference reference) {
        return list(
                "select r.id_, r.proc_inst_id_, act_id_, act_name_, act_type_, r.start_time_, r.end_time_,"
                        + " act_inst_state_ = 2, call_proc_inst_id_" + OF_CASE.formatted("act_hi_actinst")
                        + " order by r.start_time_, r.sequence_counter_",
                reference,
                row -> new Step(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        at(row, 6),
                        atOrNull(row, 7),
                        row.getBoolean(8),
                        row.getString(9)));
    }

    List<Task> tasks(CaseReference reference) {
        return list(
                "select r.id_, r.proc_inst_id_, task_def_key_, name_, assignee_, r.start_time_, r.end_time_,"
                        + " r.delete_reason_ = 'completed'" + OF_CASE.formatted("act_hi_taskinst")
                        + " order by r.start_time_",
                reference,
                row -> new Task(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        at(row, 6),
                        atOrNull(row, 7),
                        row.getBoolean(8)));
    }

    List<Claim> claims(CaseReference reference) {
        return list(
                """
                select l.task_id_, l.user_id_, l.operation_type_ = 'add', l.timestamp_
                from act_hi_procinst p join act_hi_taskinst t on t.proc_inst_id_ = p.proc_inst_id_
                join act_hi_identitylink l on l.task_id_ = t.id_ and l.type_ = 'assignee'
                where p.business_key_ = :reference order by l.timestamp_, l.id_
                """, reference, row -> new Claim(row.getString(1), row.getString(2), row.getBoolean(3), at(row, 4)));
    }

    List<Decision> decisions(CaseReference reference) {
        return list(
                "select r.id_, r.proc_inst_id_, dec_def_id_, dec_def_key_, dec_def_name_, eval_time_"
                        + OF_CASE.formatted("act_hi_decinst") + " order by eval_time_, r.id_",
                reference,
                row -> new Decision(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        at(row, 6)));
    }

    /** What went in comes first, then what came out, in the order of the rows. */
    List<DecisionValue> decisionValues(CaseReference reference) {
        String value = "case var_type_ when 'boolean' then case when long_ = 1 then 'ja' else 'nej' end"
                + " else coalesce(text_, long_::text, double_::text) end";
        return list(
                """
                select v.* from act_hi_procinst p join act_hi_decinst d on d.proc_inst_id_ = p.proc_inst_id_
                cross join lateral (
                  select dec_inst_id_, coalesce(clause_name_, clause_id_), %1$s, false, null, 0 place, id_
                    from act_hi_dec_in where dec_inst_id_ = d.id_
                  union all
                  select dec_inst_id_, coalesce(clause_name_, var_name_, clause_id_), %1$s, true, rule_id_, 1 + coalesce(rule_order_, 0), id_
                    from act_hi_dec_out where dec_inst_id_ = d.id_) v
                where p.business_key_ = :reference order by v.place, v.id_
                """.formatted(value),
                reference,
                row -> new DecisionValue(
                        row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getString(5)));
    }

    List<Journal> journal(CaseReference reference) {
        return list(
                """
                select 'ics.journal', id::text, at, user_id, act_code, description, changed_keys
                from ics.journal where case_reference = :reference
                union all
                select 'ics.note', id::text, at, user_id, 'note', body, '{}' from ics.note
                where case_reference = :reference
                order by 3, 2
                """,
                reference,
                row -> new Journal(
                        row.getString(1),
                        row.getString(2),
                        at(row, 3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        List.of((String[]) row.getArray(7).getArray())));
    }

    List<Paper> papers(CaseReference reference) {
        return list(
                "select id, type_code, source = 'outgoing', recorded_at, recorded_by from ics.document"
                        + " where case_reference = :reference order by recorded_at, id",
                reference,
                row -> new Paper(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        at(row, 4),
                        row.getString(5)));
    }

    /** What the ledger does not tell: it was not there yet. */
    List<Sending> sendings(CaseReference reference) {
        return list(
                """
                select 'ics.forwarding', id::text, authority, step, 'sent', sent_at from ics.forwarding
                where case_reference = :reference and sent_at is not null
                union all
                select 'ics.receipt', r.id::text, r.authority, f.step, 'receipt', r.received_at
                from ics.forwarding f join ics.receipt r on r.forwarding_id = f.id
                where f.case_reference = :reference
                order by 6
                """,
                reference,
                row -> new Sending(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        at(row, 6)));
    }

    List<Access> accesses(CaseReference reference) {
        return list(
                """
                select a.at, user_id, act, purpose, task_key, d.type_code, page from ics.case_access a
                left join ics.document d on d.id = a.document_id
                where a.case_reference = :reference order by a.at, a.id
                """,
                reference,
                row -> new Access(
                        at(row, 1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, Integer.class)));
    }

    /** First and last names of those of them who have an account, by user id. */
    Map<String, String> names(Set<String> users) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id_, concat_ws(' ', first_, last_) from act_id_user where id_ = any(:users)")
                .param("users", users.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString(1), row.getString(2).strip());
                });
        return names;
    }

    private <T> List<T> list(String sql, CaseReference reference, Reading<T> reading) {
        RowMapper<T> mapper = (row, number) -> reading.of(row);
        return jdbc.sql(sql).param(REFERENCE, reference.value()).query(mapper).list();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        Instant at = atOrNull(row, column);
        if (at == null) {
            throw new SQLException("Column " + column + " has no moment");
        }
        return at;
    }

    /** The engine writes moments of UTC without a zone, the rooms with one. */
    private static @Nullable Instant atOrNull(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnTypeName(column).equals("timestamptz")) {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        java.sql.Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
