package dk.ics.intake.casefile;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was answered before a decision was taken up again. It is kept, and its forms open as if for the first time. */
@Service
public class FormerAnswers {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;
    private final Set<String> tables;

    FormerAnswers(JdbcClient jdbc, Journal journal, Clock clock, List<FieldSet> sets) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
        this.tables = sets.stream().map(FieldSet::table).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Puts what a capability has answered aside. The caller holds the case. Nothing answered yet is no error.
     *
     * @param table of the {@link FieldSet}
     * @throws IllegalArgumentException if no field set has this table
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putAside(CaseReference reference, String table, Act act) {
        if (!tables.contains(table)) {
            throw new IllegalArgumentException("No field set is kept in " + table);
        }
        int kept = jdbc.sql("""
                        insert into ics.former_answers (case_reference, field_set, answers, superseded_at, superseded_by)
                        select :reference, :table, jsonb_strip_nulls(to_jsonb(t)), :at, :by
                        from ics.%s t where t.case_reference = :reference
                        """.formatted(table))
                .param("reference", reference.value())
                .param("table", table)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", act.userId())
                .update();
        if (kept > 0) {
            jdbc.sql("delete from ics.%s where case_reference = :reference".formatted(table))
                    .param("reference", reference.value())
                    .update();
            journal.add(reference, act, "Tidligere besvarelse gemt og lagt til side", List.of(table));
        }
    }
}
