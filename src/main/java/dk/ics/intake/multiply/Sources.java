package dk.ics.intake.multiply;

import dk.ics.intake.evidence.CopiedLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases that are copied: closed, with every process ended, and evidence of all of it from the first act on. What is
 * under way has tasks and jobs, of which a copy would be worked; what was erased must not come back.
 */
final class Sources {

    /** A case that somebody worked has a number of six digits, a copy one of nine. */
    static final long FIRST_NUMBER = 100_000_000;

    private static final String WORKED_TO_THE_END = """
            select f.reference from ics.case_file f
            where f.status = 'closed' and f.reference !~ '-[0-9]{9}$'
              and exists (select from public.act_hi_procinst p where p.business_key_ = f.reference)
              and not exists (
                select from public.act_hi_procinst p where p.business_key_ = f.reference and (p.end_time_ is null
                  or not exists (select from public.act_hi_procinst root
                    where root.proc_inst_id_ = p.root_proc_inst_id_ and root.business_key_ = f.reference)))
              and exists (select from ics.evidence_entry e where e.chain = f.reference)
              and not exists (
                select from ics.evidence_entry e where e.chain = f.reference
                  and (e.payload like '%"kind":"takenOver"%' or e.payload like '%"kind":"erased"%'))
            order by f.reference
            """;

    private final List<Source> all;

    private Sources(List<Source> all) {
        this.all = all;
    }

    /** @param entries how many its chain has */
    record Source(String reference, int entries) {}

    static Sources of(Connection connection, CopiedLedger ledger) throws SQLException {
        List<Source> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(WORKED_TO_THE_END)) {
            while (rows.next()) {
                String reference = rows.getString(1);
                found.add(new Source(reference, ledger.length(reference)));
            }
        }
        return new Sources(List.copyOf(found));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<String> references() {
        return all.stream().map(Source::reference).toList();
    }

    /** Of which case the copy with this number is: each in its turn. */
    Source of(long copy) {
        return all.get((int) ((copy - 1) % all.size()));
    }
}
