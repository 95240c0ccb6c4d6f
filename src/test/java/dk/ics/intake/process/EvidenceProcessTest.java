package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.evidence.LedgerRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Completeness: every act has exactly one entry, and every entry its act. */
class EvidenceProcessTest extends ProcessTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_completed_task_claim_decision_and_act_towards_an_authority_has_one_entry() {
        EvidenceCases.work(caseFile, apply().run());

        assertThat(ids(Kind.TASK_COMPLETED, "taskId"))
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(
                        column("select id_ from act_hi_taskinst where task_state_ = 'Completed'"));
        assertThat(claims()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(column("""
                        select concat(task_id_, ' ', org_value_, ' ', new_value_) from act_hi_op_log
                        where property_ = 'assignee'
                        """));
        assertThat(LedgerRows.ofKind(jdbc, Kind.DECISION).stream().flatMap(entry -> decisions(entry).stream()))
                .hasSizeGreaterThan(1)
                .containsExactlyInAnyOrderElementsOf(column("select id_ from act_hi_decinst"));
        assertThat(acts("sent", "forwarding"))
                .hasSizeGreaterThan(3)
                .containsExactlyInAnyOrderElementsOf(arrivals("a.idempotency_key is not null"));
        assertThat(acts("asked", "operation"))
                .hasSizeGreaterThan(0)
                .hasSize(arrivals("a.idempotency_key is null").size());
        assertThat(acts("receipt", "forwarding"))
                .containsExactlyInAnyOrderElementsOf(column("select forwarding_id::text from ics.receipt"));
        assertThat(LedgerRows.ofKind(jdbc, Kind.TASK_COMPLETED))
                .filteredOn(entry -> entry.path("act").path("task").asText().equals("controlIdentity"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("act").path("procedure").asText()).isEqualTo("2026-1");
                    assertThat(entry.path("act").path("training")).isNotEmpty();
                });
        assertThat(LedgerRows.ofKind(jdbc, Kind.CASE_OPENED)).hasSize(1);
        assertThat(LedgerRows.ofKind(jdbc, Kind.CASE_CLOSED)).hasSize(1);
    }

    private List<String> ids(Kind kind, String fact) {
        return LedgerRows.ofKind(jdbc, kind).stream()
                .map(entry -> entry.path("act").path(fact).asText())
                .toList();
    }

    private List<String> claims() {
        return LedgerRows.ofKind(jdbc, Kind.CLAIM_CHANGED).stream()
                .map(entry -> entry.path("act"))
                .map(act -> act.path("taskId").asText() + " " + act.path("from").asText() + " "
                        + act.path("to").asText())
                .toList();
    }

    private static List<String> decisions(JsonNode entry) {
        List<String> ids = new ArrayList<>();
        ids.add(entry.path("act").path("decisionId").asText());
        entry.path("act").path("required").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private List<String> acts(String act, String fact) {
        return LedgerRows.ofKind(jdbc, Kind.AUTHORITY_ACT).stream()
                .map(entry -> entry.path("act"))
                .filter(facts -> facts.path("act").asText().equals(act))
                .map(facts -> facts.path(fact).asText())
                .toList();
    }

    /** What the authorities' own books say has arrived, by forwarding. */
    private List<String> arrivals(String which) {
        return column("select coalesce(f.id::text, a.operation) from simulator.arrival a"
                + " left join ics.forwarding f on f.idempotency_key = a.idempotency_key where " + which);
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
