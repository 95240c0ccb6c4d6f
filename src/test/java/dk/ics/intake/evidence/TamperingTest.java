package dk.ics.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Notes;
import dk.ics.intake.process.EvidenceCases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A superuser of the database changes what the ledger is evidence of, or the ledger, and verification says what. */
@IntakeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

    private static final Map<String, Set<String>> NOT_EVIDENCE = WatchedTablesTest.LEFT_OUT;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Notes notes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    TestClock testClock;

    @Autowired
    TestDatabase database;

    @Autowired
    Erasure erasure;

    @TempDir
    static Path folder;

    private TestLedger ledger;
    private CaseReference worked;
    private CaseReference other;

    @FunctionalInterface
    private interface Tampering {
        void on(JdbcTemplate superuser);
    }

    /** Without the mark of multiplied data: the application cannot write it, MultiplyTest takes it away. */
    private static List<WatchedTable> tables() {
        return WatchedTables.all().stream()
                .filter(table -> !table.name().equals("ics.multiplication"))
                .toList();
    }

    @BeforeAll
    void workCasesAndFillEveryTable() {
        ledger = TestLedger.in(folder, template, transaction, clock);
        worked = EvidenceCases.whole(engine, caseFile, clock, "http://localhost:" + port);
        other = TestCases.euWorker(caseFile);
        transaction.executeWithoutResult(status -> {
            for (WatchedTable table : tables()) {
                if (isEmpty(table)
                        && table.owner().column().equals("t.case_reference")
                        && table.key().size() == 1
                        && table.key().get(0).column().equals("case_reference")) {
                    template.update("insert into " + table.name() + " (case_reference) values (?)", worked.value());
                }
            }
            notes.add(worked, UUID.randomUUID(), "Borgeren ringede.", "sagsbehandler");
            template.update("""
                    insert into ics.correction (case_reference, field, before, after, needs_second, reason, corrected_by,
                      corrected_at) values (?, 'email', 'a', 'b', false, 'c', 'sagsbehandler', ?::timestamptz)
                    """, worked.value(), clock.instant().toString());
            template.update("""
                    insert into ics.former_answers (case_reference, field_set, answers, superseded_at, superseded_by)
                    values (?, 'complaint', '{}', ?::timestamptz, 'sagsbehandler')
                    """, worked.value(), clock.instant().toString());
            template.update(
                    """
                    insert into ics.notice (id, case_reference, kind, authority, number, keys, prepared_at)
                    values (?, ?, 'departed', 'cpr', 1, '{}', ?::timestamptz)
                    """, UUID.randomUUID(), worked.value(), clock.instant().toString());
            template.update("""
                    insert into ics.deadline (case_reference, code, due) values (?, 'documents', date '2026-04-01')
                    on conflict do nothing
                    """, worked.value());
            template.update("""
                    insert into ics.control_difference (case_reference, control_no, field, zone, application)
                    select case_reference, control_no, 'familyName', 'A', 'B' from ics.control limit 1
                    """);
            template.update("""
                    insert into ics.training_revocation (training_id, reason, revoked_by, revoked_at)
                    select id, 'Fejl', 'tilsyn', ?::timestamptz from ics.training limit 1
                    """, clock.instant().toString());
            template.update(
                    """
                    insert into ics.evidence_verification (id, started_by, started_at, ended_at, entries, holds, findings)
                    values (?, 'tilsyn', ?::timestamptz, ?::timestamptz, 1, true, '{}')
                    """,
                    UUID.randomUUID(),
                    clock.instant().toString(),
                    clock.instant().plusSeconds(1).toString());
            template.update("""
                    insert into ics.agreement_change (agreement_id, at, user_id, act, municipality, category, service,
                      valid_from) values (?, ?::timestamptz, 'admin', 'changed', '0147', 'nordic', 'mitId', '2026-01-01')
                    """, UUID.randomUUID(), clock.instant().toString());
            supervise();
        });
        assertThat(tables()).filteredOn(this::isEmpty).isEmpty();
        ledger.checkpoint();
    }

    /** A sample of one control, an error found in it, and a control anew that can no longer be made. */
    private void supervise() {
        String now = clock.instant().toString();
        Long number = template.queryForObject("""
                insert into ics.supervision (period_from, period_to, seed, seed_given, sample_version, population, started_by,
                  drawn_at)
                values ('2026-01-01', '2026-01-31', repeat('0', 64), false, 1, 1, 'tilsyn', ?::timestamptz) returning number
                """, Long.class, now);
        template.update("""
                insert into ics.supervision_stratum
                select ?, municipality, controlled_by, 1, 0, 1 from ics.control where case_reference = ? limit 1
                """, number, worked.value());
        template.update("""
                insert into ics.supervision_item
                select ?, 1, case_reference, control_no, municipality, controlled_by, 'random', '{}'
                from ics.control where case_reference = ? limit 1
                """, number, worked.value());
        template.update(
                "insert into ics.supervision_review values (?, 1, 'tilsyn', ?::timestamptz, 'error', 'Fejl')",
                number,
                now);
        template.update("""
                insert into ics.supervision_follow_up (supervision, item_no, kind, due, ordered_by, ordered_at)
                values (?, 1, 'recontrol', '2026-12-01', 'tilsyn', ?::timestamptz)
                """, number, now);
        template.update("""
                insert into ics.supervision_recontrol (supervision, item_no, case_reference, impossible_reason, made_by, made_at)
                values (?, 1, ?, 'Borgeren er udrejst', 'idkontrol2', ?::timestamptz)
                """, number, worked.value(), now);
        template.update("""
                insert into ics.supervision_follow_up_end (supervision, item_no, kind, result, text, ended_by, ended_at)
                values (?, 1, 'recontrol', 'lapsed', 'Borgeren er udrejst', 'tilsyn', ?::timestamptz)
                """, number, now);
        template.update("insert into ics.supervision_end values (?, ?::timestamptz)", number, now);
        template.update("""
                insert into ics.enquiry (id, at, user_id, channel, topic, outcome)
                values (gen_random_uuid(), ?::timestamptz, 'visitation', 'phone', 'taxCard', 'answered')
                """, now);
    }

    @BeforeEach
    void everythingIsCovered() {
        ledger.sign();
    }

    @Test
    void untouched_it_holds() throws Exception {
        Report report = ledger.verify(database);

        assertThat(report.findings())
                .filteredOn(finding -> finding.type().isAlarm())
                .isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.entries()).isGreaterThan(60);
        assertThat(report.rows()).isGreaterThan(3000);
    }

    /** One column of each table at once; tables that say which case the rows of another belong to go one by one. */
    @Test
    void an_edit_of_any_column_of_any_watched_table_is_named() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        for (List<WatchedTable> tables : apart()) {
            int widest = tables.stream()
                    .mapToInt(table -> evidence(table).size())
                    .max()
                    .orElseThrow();
            for (int place = 0; place < widest; place++) {
                Map<String, Column> edited = new TreeMap<>();
                for (WatchedTable table : tables) {
                    List<Column> columns = evidence(table);
                    if (place < columns.size()) {
                        edited.put(table.name(), columns.get(place));
                    }
                }
                Report report = tamper(superuser -> edited.forEach((table, column) -> edit(superuser, table, column)));
                edited.forEach((table, column) -> {
                    List<Finding> named = names(report, table);
                    if (named.isEmpty() || (tables.size() > 1 && named.size() > 2)) {
                        unnoticed.add(table + "." + column.name() + " " + named.size());
                    }
                });
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    private static List<List<WatchedTable>> apart() {
        Set<String> owning = Set.of("act_hi_procinst", "ics.forwarding", "ics.document");
        List<List<WatchedTable>> groups = new ArrayList<>();
        groups.add(tables().stream()
                .filter(table -> !owning.contains(table.name()))
                .toList());
        owning.forEach(name -> groups.add(List.of(WatchedTables.named(name))));
        return groups;
    }

    private List<Column> evidence(WatchedTable table) {
        return columns(table.name()).stream()
                .filter(column ->
                        !NOT_EVIDENCE.getOrDefault(table.name(), Set.of()).contains(column.name()))
                .toList();
    }

    @Test
    void a_document_with_other_content_is_named() throws Exception {
        Report report = tamper(superuser -> superuser.update(
                "update ics.document set content = content || '\\x00'::bytea where content is not null"));

        assertThat(report.counts()).containsKey(FindingType.DOCUMENT_CHANGED);
    }

    @Test
    void a_row_that_is_gone_or_too_many_is_named() throws Exception {
        for (WatchedTable table : tables()) {
            Report gone = tamper(superuser -> superuser.update("delete from " + qualified(table.name())
                    + " where ctid = (select ctid from " + qualified(table.name()) + " limit 1)"));
            assertThat(names(gone, table.name())).as(table.name() + " deleted").isNotEmpty();
        }
        for (String history : List.of("act_hi_taskinst", "act_hi_actinst", "act_hi_op_log")) {
            Report more = tamper(superuser -> {
                superuser.execute("create temporary table forged on commit drop as select * from public." + history
                        + " where proc_inst_id_ is not null limit 1");
                superuser.execute("update forged set id_ = 'forged'");
                superuser.execute("insert into public." + history + " select * from forged");
            });
            assertThat(names(more, history)).extracting(Finding::type).containsExactly(FindingType.ROW_INSERTED);
        }
    }

    @Test
    void an_edit_of_any_column_of_the_ledger_is_reported() throws Exception {
        for (String table : List.of("ics.evidence_entry", "ics.evidence_value", "ics.evidence_checkpoint")) {
            for (Column column : columns(table)) {
                Report report = tamper(superuser -> edit(superuser, table, column));
                assertThat(report.holds()).as(table + "." + column.name()).isFalse();
            }
        }
    }

    @Test
    void payload_and_hash_are_told_apart() throws Exception {
        Report payload = tamper(superuser -> superuser.update(
                "update ics.evidence_entry set payload = replace(payload, '\"user\":', '\"usex\":') where chain = ?"
                        + " and sequence = 5",
                worked.value()));
        assertThat(payload.findings()).contains(Finding.of(FindingType.ENTRY_CHANGED, worked.value(), 5, null));

        Report hash = tamper(superuser -> superuser.update(
                "update ics.evidence_entry set hash = sha256(hash) where chain = ? and sequence = 5", worked.value()));
        assertThat(hash.findings()).contains(Finding.of(FindingType.HASH_CHANGED, worked.value(), 5, null));
    }

    @Test
    void removal_swap_and_insertion_are_named() throws Exception {
        Report removed = tamper(superuser -> superuser.update(
                "delete from ics.evidence_entry where chain = ? and sequence in (7, 8)", worked.value()));
        assertThat(removed.findings())
                .contains(Finding.of(FindingType.ENTRY_MISSING, worked.value(), 7, "til og med post 8"));

        Report swapped = tamper(superuser -> superuser.update("""
                update ics.evidence_entry e set payload = o.payload, hash = o.hash
                from ics.evidence_entry o where e.chain = ? and o.chain = e.chain
                  and e.sequence in (7, 8) and o.sequence = 15 - e.sequence
                """, worked.value()));
        assertThat(swapped.findings())
                .filteredOn(finding -> finding.type() == FindingType.ENTRY_MOVED)
                .extracting(Finding::sequence)
                .containsExactly(7, 8);

        // A whole forged chain, every hash made anew, cannot have the checkpoint's signature.
        Report forged = tamper(superuser -> forgeChain(superuser, worked.value()));
        assertThat(forged.counts())
                .containsKey(FindingType.ENTRIES_DIFFER)
                .doesNotContainKey(FindingType.ENTRY_CHANGED);

        Report inserted = tamper(superuser -> superuser.update("""
                insert into ics.evidence_entry (id, chain, sequence, payload, hash) overriding system value
                select (select max(id) from ics.evidence_entry) + 1000, '2026-999999', 1, payload, hash
                from ics.evidence_entry where chain = ? and sequence = 1
                """, worked.value()));
        assertThat(inserted.findings()).extracting(Finding::type).contains(FindingType.ENTRY_MOVED);
    }

    @Test
    void a_cut_tail_and_a_case_that_is_gone_are_named() throws Exception {
        int length = LedgerRows.of(jdbc, worked.value()).size();
        Report cut = tamper(superuser -> superuser.update(
                "delete from ics.evidence_entry where chain = ? and sequence > ?", worked.value(), length - 3));
        assertThat(cut.findings())
                .contains(Finding.of(FindingType.TAIL_CUT, worked.value(), length - 2, "til og med post " + length));

        Report gone = tamper(superuser -> removeCase(superuser, other.value()));
        assertThat(gone.findings())
                .extracting(Finding::type, Finding::chain)
                .contains(org.assertj.core.groups.Tuple.tuple(FindingType.CASE_GONE, other.value()));

        // The checkpoints went with it: those outside tell.
        Report both = tamper(superuser -> {
            removeCase(superuser, other.value());
            superuser.update("delete from ics.evidence_checkpoint");
        });
        assertThat(both.counts()).containsKeys(FindingType.DATABASE_BEHIND, FindingType.CASE_GONE);
    }

    @Test
    void a_checkpoint_signed_by_somebody_else_is_reported() throws Exception {
        Report report =
                tamper(superuser -> superuser.update("update ics.evidence_checkpoint set key_id = 'ffff000011112222'"));

        assertThat(report.counts()).containsKey(FindingType.CHECKPOINT_KEY_UNKNOWN);
    }

    @Test
    void what_lies_in_the_open_window_is_told_and_an_older_one_is_an_alarm() throws Exception {
        notes.add(other, UUID.randomUUID(), "Et notat.", "sagsbehandler");
        Report young = ledger.verify(database);
        assertThat(young.holds()).isTrue();
        assertThat(young.findings())
                .extracting(Finding::type, Finding::chain)
                .contains(org.assertj.core.groups.Tuple.tuple(FindingType.NOT_YET_COVERED, other.value()));

        testClock.advance(Duration.ofSeconds(61));
        notes.add(other, UUID.randomUUID(), "Et notat mere.", "sagsbehandler");
        assertThat(ledger.verify(database).counts()).containsEntry(FindingType.UNCOVERED_TOO_LONG, 1L);
        ledger.sign();
        assertThat(ledger.verify(database).holds()).isTrue();
    }

    @Test
    void an_erased_value_leaves_the_chain_valid_and_says_by_which_rule() throws Exception {
        StoredValue value = jdbc.sql("""
                        select chain, sequence, name from ics.evidence_value
                        where value is not null and chain = :chain order by sequence, name limit 1
                        """)
                .param("chain", worked.value())
                .query((row, number) ->
                        new StoredValue(row.getString(1), row.getInt(2), row.getString(3), null, null, null, null))
                .single();
        Report taken = tamper(superuser -> superuser.queryForList(
                "select ics.erase_evidence(?, ?, ?, 'arkivloven § 8', now())",
                value.chain(),
                value.sequence(),
                value.name()));
        assertThat(taken.findings())
                .contains(Finding.of(FindingType.VALUE_MISSING, value.chain(), value.sequence(), value.name()));

        assertThat(transaction.<Boolean>execute(
                        status -> erasure.erase(value.chain(), value.sequence(), value.name(), "arkivloven § 8")))
                .isTrue();
        Report erased = ledger.verify(database);
        assertThat(erased.holds()).isTrue();
        assertThat(erased.findings())
                .contains(Finding.of(
                        FindingType.ERASED_BY_RULE,
                        value.chain(),
                        value.sequence(),
                        value.name() + " (arkivloven § 8)"));
        assertThat(jdbc.sql(
                                "select count(*) from ics.evidence_value where erased_rule is not null and salt is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Report tamper(Tampering tampering) throws SQLException, IOException {
        try (Connection connection = database.as("postgres").getConnection()) {
            connection.setAutoCommit(false);
            JdbcTemplate superuser = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            superuser.execute("set local session_replication_role = replica");
            tampering.on(superuser);
            Report report = ledger.within(connection);
            connection.rollback();
            return report;
        }
    }

    private static List<Finding> names(Report report, String table) {
        return report.findings().stream()
                .filter(finding -> finding.type().isAlarm())
                .filter(finding -> finding.place() != null && finding.place().startsWith(table + " "))
                .toList();
    }

    record Column(String name, String type, boolean identity) {}

    private List<Column> columns(String table) {
        return jdbc.sql("""
                        select attname, format_type(atttypid, null), attidentity <> '' from pg_attribute
                        where attrelid = cast(:name as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
                        """)
                .param("name", qualified(table))
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    /** A superuser is held by no constraint. */
    private static void edit(JdbcTemplate superuser, String table, Column column) {
        String name = qualified(table);
        superuser
                .queryForList(
                        "select conname from pg_constraint where conrelid = ?::regclass and contype = 'c'",
                        String.class,
                        name)
                .forEach(check -> superuser.execute("alter table " + name + " drop constraint \"" + check + "\""));
        superuser.execute("alter table " + name + " alter column " + column.name() + " drop identity if exists");
        String value = column.name();
        String other = switch (column.type()) {
            case "text", "character varying" -> "coalesce(%s, '') || 'x'";
            case "integer", "bigint", "numeric", "double precision" -> "coalesce(%s, 0) + 1000000";
            case "boolean" -> "not coalesce(%s, false)";
            case "date" -> "coalesce(%s, date '2020-01-01') + 1";
            case "timestamp without time zone", "timestamp with time zone" ->
                "coalesce(%s, timestamp '2020-01-01') + interval '1 second'";
            case "uuid" -> "gen_random_uuid()";
            case "bytea" -> "sha256(coalesce(%s, ''))";
            case "jsonb" -> "jsonb_build_array(%s, 1)";
            case "text[]" -> "array_append(%s, 'x')";
            default -> throw new IllegalStateException(column.type());
        };
        int edited = superuser.update("update %s set %s = %s where ctid = (select ctid from %s %s limit 1)"
                .formatted(
                        name,
                        value,
                        other.formatted(value),
                        name,
                        name.equals("ics.evidence_value") ? "where value is not null" : ""));
        assertThat(edited).as(table).isEqualTo(1);
    }

    private static void forgeChain(JdbcTemplate superuser, String chain) {
        superuser.update(
                "update ics.evidence_entry set payload = replace(payload, '\"user\":\"idkontrol\"', '\"user\":\"idkontrol2\"')"
                        + " where chain = ?",
                chain);
        byte[] before = null;
        for (Map<String, Object> entry : superuser.queryForList(
                "select sequence, payload from ics.evidence_entry where chain = ? order by sequence", chain)) {
            before = Digests.link(before, String.valueOf(entry.get("payload")));
            superuser.update(
                    "update ics.evidence_entry set hash = ? where chain = ? and sequence = ?",
                    before,
                    chain,
                    entry.get("sequence"));
        }
    }

    private static void removeCase(JdbcTemplate superuser, String chain) {
        superuser.update("delete from ics.evidence_entry where chain = ?", chain);
        superuser.update("delete from ics.evidence_value where chain = ?", chain);
        for (WatchedTable table : tables()) {
            if (table.owner().column().equals("t.case_reference")) {
                superuser.update("delete from " + table.name() + " where case_reference = ?", chain);
            }
        }
        superuser.update("delete from ics.case_file where reference = ?", chain);
    }

    private boolean isEmpty(WatchedTable table) {
        return jdbc.sql("select not exists (select from " + qualified(table.name()) + ")")
                .query(Boolean.class)
                .single();
    }

    private static String qualified(String table) {
        return table.contains(".") ? table : "public." + table;
    }
}
