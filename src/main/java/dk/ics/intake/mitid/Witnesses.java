package dk.ics.intake.mitid;

import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often a person was a witness, counted from the cases themselves: nothing is kept about witnesses beside the name and
 * birth date that stand in the case they helped with.
 */
@Repository
class Witnesses {

    private final JdbcClient jdbc;

    Witnesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Times in other cases since then. Who asks about the same witness at the same time waits until the caller's
     * transaction ends.
     */
    int timesSince(OffsetDateTime since, String name, LocalDate born, CaseReference except) {
        String plain = plain(name);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:who, 0))")
                .param("who", "witness " + born + " " + plain)
                .query()
                .singleRow();
        return jdbc
                .sql("""
                        select witness_name from ics.mitid
                        where witness_birth_date = :born and mit_id_proofing = 'witness' and mit_id_decision = 'create'
                          and mit_id_verified_at >= :since and case_reference <> :except
                        """)
                .param("born", born)
                .param("since", since)
                .param("except", except.value())
                .query(String.class)
                .list()
                .stream()
                .filter(other -> plain(other).equals(plain))
                .toList()
                .size();
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
